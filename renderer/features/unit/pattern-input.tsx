import { ActionIcon, Group, Input, Menu, Textarea, Tooltip } from '@mantine/core';
import { IconBraces } from '@tabler/icons-react';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { parsePattern } from '#shared/domain/wording-pattern.ts';
import { Setting, type UnitFieldsProps } from './setting.tsx';
import { valueAt, withValueAt, type SettingId } from '#shared/domain/unit-setting-index.ts';

interface PatternInputProps extends UnitFieldsProps {
  /** Of a setting whose value is a pattern. */
  id: Extract<SettingId, `wording.${string}`>;
  /** What may stand in braces. */
  names: readonly string[];
  /** In place of the setting's own label, where several share one. */
  label?: string;
  description?: string;
  placeholder?: string;
  isMultiline?: boolean;
}

/** A pattern, with its names to choose from and what is wrong with it told in words. */
export function PatternInput({
  id,
  names,
  value,
  onChange,
  label,
  description,
  placeholder,
  isMultiline = false,
}: PatternInputProps) {
  const { t } = useTranslation(['unit', 'common']);
  const input = useRef<HTMLTextAreaElement>(null);
  const pattern = String(valueAt(value, id));
  const { problem } = parsePattern(pattern, names);
  const field = label ?? t(`label.${id}`);
  const change = (next: string) => onChange(withValueAt(value, id, next));
  const insert = (name: string) => {
    const element = input.current;
    const start = element?.selectionStart ?? pattern.length;
    const end = element?.selectionEnd ?? start;
    change(`${pattern.slice(0, start)}{${name}}${pattern.slice(end)}`);
    const after = start + name.length + 2;
    // After the new text has been rendered, and after the menu gave the focus back to its button.
    requestAnimationFrame(() => {
      element?.focus();
      element?.setSelectionRange(after, after);
    });
  };
  const wrong = problem && {
    text: problem.text,
    names: names.map((name) => `{${name}}`).join(t('common:listSeparator')),
  };
  return (
    <Setting id={id}>
      <Input.Wrapper
        labelElement="div"
        label={
          <Group justify="space-between" gap="xs" wrap="nowrap">
            <span>{field}</span>
            <Menu position="bottom-end" returnFocus={false}>
              <Menu.Target>
                <Tooltip label={t('pattern.insert')}>
                  <ActionIcon aria-label={t('pattern.insertInto', { field })}>
                    <IconBraces size={16} />
                  </ActionIcon>
                </Tooltip>
              </Menu.Target>
              <Menu.Dropdown>
                {names.map((name) => (
                  <Menu.Item key={name} onClick={() => insert(name)}>
                    {`{${name}}`}
                  </Menu.Item>
                ))}
              </Menu.Dropdown>
            </Menu>
          </Group>
        }
        labelProps={{ display: 'block' }}
        description={description}
        error={
          wrong &&
          (problem.problem === 'unknownName' && problem.text.trim() === ''
            ? t('pattern.emptyName', wrong)
            : t(`pattern.${problem.problem}`, wrong))
        }
      >
        <Textarea
          ref={input}
          autosize
          minRows={isMultiline ? 2 : 1}
          maxRows={6}
          maxLength={1000}
          aria-label={field}
          error={problem !== null}
          placeholder={placeholder}
          value={pattern}
          onChange={(event) =>
            change(isMultiline ? event.currentTarget.value : event.currentTarget.value.replaceAll(/\s*\n\s*/g, ''))
          }
        />
      </Input.Wrapper>
    </Setting>
  );
}
