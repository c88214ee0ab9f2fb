import { Input, SegmentedControl } from '@mantine/core';

interface ChoiceProps<V extends string> {
  label: string;
  value: V;
  options: readonly { value: V; label: string }[];
  onChange: (value: V) => void;
  /** The label stands in the heading above already; it stays as the control's name. */
  hideLabel?: boolean;
  fullWidth?: boolean;
}

/** One of a few, all in sight. */
export function Choice<V extends string>({ label, value, options, onChange, hideLabel, fullWidth }: ChoiceProps<V>) {
  const control = (
    <SegmentedControl
      fullWidth={fullWidth ?? false}
      size="sm"
      aria-label={label}
      value={value}
      data={[...options]}
      onChange={(chosen) => {
        const option = options.find((candidate) => candidate.value === chosen);
        if (option) onChange(option.value);
      }}
    />
  );
  if (hideLabel) return control;
  return (
    <Input.Wrapper label={label} labelElement="div" labelProps={{ mb: 2 }}>
      {control}
    </Input.Wrapper>
  );
}
