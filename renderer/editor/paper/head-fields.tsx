import { Menu } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { LetterSession } from '../api.ts';
import { PaperField } from './paper-field.tsx';
import { useStore } from './use-store.ts';

/** Parts of the head that most letters do without, in printed order (GB/T 9704-2012, 7.2.1 to 7.2.3, 7.2.6). */
export const rareFields = ['copyNumber', 'secrecy', 'urgency', 'signer'] as const;
export type RareField = (typeof rareFields)[number];

interface RareFieldsProps {
  session: LetterSession;
  readOnly: boolean;
}

/** Which of the rare fields stand on the paper: those that say something, and those the person asked for. */
export function useRareFields({ session, readOnly }: RareFieldsProps) {
  const { head } = useStore(session.headAndTail);
  const [asked, setAsked] = useState<RareField | null>(null);
  const has = (name: RareField) => (head[name] ?? '') !== '';
  return {
    shown: rareFields.filter((name) => has(name) || (name === asked && !readOnly)),
    missing: readOnly ? [] : rareFields.filter((name) => !has(name) && name !== asked),
    asked,
    ask: setAsked,
  };
}
export type RareFieldsState = ReturnType<typeof useRareFields>;

export function RareFieldInput(props: RareFieldsProps & { name: RareField; state: RareFieldsState }) {
  const { t } = useTranslation('editor');
  const { session, readOnly, name, state } = props;
  const { head } = useStore(session.headAndTail);
  return (
    <span
      className="letter-rare"
      data-name={name}
      onBlur={() => {
        if (state.asked === name) state.ask(null);
      }}
    >
      {name === 'signer' && '签发人：'}
      <PaperField
        session={session}
        name={name}
        label={t(`head.${name}`)}
        placeholder={t(`head.${name}Hint`)}
        value={head[name] ?? ''}
        readOnly={readOnly}
        autoFocus={state.asked === name}
        onChange={(text) =>
          session.changeHead(({ [name]: _before, ...rest }) => (text === '' ? rest : { ...rest, [name]: text }), name)
        }
        onBackspaceWhenEmpty={() => state.ask(null)}
      />
    </span>
  );
}

/** One quiet door to all of them. */
export function AddRareField({ state }: { state: RareFieldsState }) {
  const { t } = useTranslation('editor');
  if (state.missing.length === 0) return null;
  return (
    <Menu position="bottom-start" returnFocus={false}>
      <Menu.Target>
        <button type="button" className="letter-add letter-add-rare">
          <IconPlus size={14} aria-hidden />
          {t('head.more')}
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        {state.missing.map((name) => (
          <Menu.Item key={name} onClick={() => state.ask(name)}>
            {t(`head.${name}`)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
