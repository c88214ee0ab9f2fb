import { Input, SegmentedControl } from '@mantine/core';

interface ChoiceProps<V extends string> {
  label: string;
  description?: string;
  value: V;
  options: readonly { value: V; label: string }[];
  onChange: (value: V) => void;
  /** The label stands in the heading above already; it stays as the control's name. */
  hideLabel?: boolean;
  fullWidth?: boolean;
}

/** One of a few, all in sight. */
export function Choice<V extends string>({
  label,
  description,
  value,
  options,
  onChange,
  hideLabel,
  fullWidth,
}: ChoiceProps<V>) {
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
    <Input.Wrapper
      label={label}
      description={description}
      labelElement="div"
      labelProps={{ mb: 2, display: 'block' }}
      inputWrapperOrder={['label', 'input', 'description']}
    >
      {control}
    </Input.Wrapper>
  );
}
