import { Group, Input, Stack, Switch, TextInput, Tooltip, UnstyledButton } from '@mantine/core';
import { IconStar, IconStarFilled, IconX } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { CaseKind, CaseMember } from '#shared/domain/case.ts';
import { IconAction } from '../../shell/commands/icon-action.tsx';
import classes from './case.module.css';

interface MembersInputProps {
  /** Shown; the name of the group is that of the kind. */
  label: ReactNode;
  kind: CaseKind;
  value: CaseMember[];
  onChange: (members: CaseMember[]) => void;
}

const separators = /[、，,；;\s]+/;
/** Groups, by the ends of their names; a person's name has at most four characters and rarely four. */
const collectiveName = /^.{3,}(会|委|界|界别|党|盟|社|组|团|联)$/;

/** Names, one of them 领衔; several may be typed or pasted at once. */
export function MembersInput({ label: shown, kind, value, onChange }: MembersInputProps) {
  const { t } = useTranslation('case');
  const [text, setText] = useState('');
  const label = t(`members.${kind}`);
  const add = () => {
    const known = new Set(value.map(({ name }) => name));
    const names = text.split(separators).filter((name) => name !== '' && !known.has(name));
    setText('');
    if (names.length === 0) return;
    const hasLead = value.some(({ lead }) => lead);
    onChange([
      ...value,
      ...names.map((name, index) => ({ name, lead: !hasLead && index === 0, collective: collectiveName.test(name) })),
    ]);
  };
  const change = (index: number, part: Partial<CaseMember>) =>
    onChange(value.map((member, at) => (at === index ? { ...member, ...part } : member)));
  return (
    <Input.Wrapper label={shown} labelElement="div">
      <Stack gap={4} role="group" aria-label={label}>
        {value.map((member, index) => (
          <Group key={member.name} gap="xs" wrap="nowrap" className={classes.member}>
            <Tooltip label={t('lead')}>
              <UnstyledButton
                className={classes.star}
                aria-pressed={member.lead}
                aria-label={t('leadOf', { name: member.name })}
                onClick={() => onChange(value.map((other, at) => ({ ...other, lead: at === index })))}
              >
                {member.lead ? <IconStarFilled size={16} /> : <IconStar size={16} />}
              </UnstyledButton>
            </Tooltip>
            <span className={classes.name}>{member.name}</span>
            <Switch
              size="xs"
              label={t('collective')}
              aria-label={t('collectiveOf', { name: member.name })}
              checked={member.collective}
              onChange={(event) => change(index, { collective: event.currentTarget.checked })}
            />
            <IconAction
              label={t('removeMember', { name: member.name })}
              onClick={() => onChange(value.filter((_, at) => at !== index))}
            >
              <IconX size={16} />
            </IconAction>
          </Group>
        ))}
        <TextInput
          aria-label={t('addMember')}
          placeholder={t('addMemberPlaceholder')}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
          onBlur={add}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || event.nativeEvent.isComposing || text.trim() === '') return;
            event.preventDefault();
            event.stopPropagation();
            add();
          }}
        />
      </Stack>
    </Input.Wrapper>
  );
}
