import { Button, Menu, Popover, TextInput } from '@mantine/core';
import { IconForms, IconMessage2 } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { fieldNames } from '#shared/document/schema.ts';
import { IconAction } from '../../shell/commands/icon-action.tsx';
import type { LetterSession } from '../api.ts';
import { useStore } from '../paper/use-store.ts';
import classes from './bars.module.css';
import { keepFocus, switchedOff } from './tool-state.ts';

interface TemplateToolsProps {
  session: LetterSession;
  disabled: boolean;
}

/** What only a template needs: fields bound to the case, and words that say what belongs into an empty paragraph. */
export function TemplateTools({ session, disabled }: TemplateToolsProps) {
  const { part, prompt } = useStore(session.selection);
  const inText = part === 'title' || part === 'salutation' || part === 'body';
  return (
    <>
      <span className={classes.divider} aria-hidden />
      <FieldMenu session={session} disabled={disabled || !inText} />
      <PromptTool session={session} disabled={disabled || prompt === null} key={prompt ?? ''} />
    </>
  );
}

function FieldMenu({ session, disabled }: TemplateToolsProps) {
  const { t } = useTranslation('editor');
  return (
    <Menu position="bottom-start" disabled={disabled} returnFocus={false} trapFocus={false}>
      <Menu.Target>
        <IconAction label={t('bar.insertField')} {...switchedOff(disabled)}>
          <IconForms size={18} />
        </IconAction>
      </Menu.Target>
      <Menu.Dropdown>
        {fieldNames.map((field) => (
          <Menu.Item key={field} onMouseDown={keepFocus} onClick={() => session.commands.insertField(field, '')}>
            {t(`field.${field}`)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

function PromptTool({ session, disabled }: TemplateToolsProps) {
  const { t } = useTranslation('editor');
  const { prompt } = useStore(session.selection);
  const [open, setOpen] = useState(false);
  const [text, setText] = useState(prompt ?? '');
  const set = () => {
    setOpen(false);
    session.commands.setPrompt(text.trim());
  };
  return (
    <Popover opened={open && !disabled} onChange={setOpen} position="bottom-start" trapFocus>
      <Popover.Target>
        <IconAction
          label={t('bar.prompt')}
          {...switchedOff(disabled)}
          variant={prompt ? 'light' : 'subtle'}
          onClick={() => setOpen(!open && !disabled)}
        >
          <IconMessage2 size={18} />
        </IconAction>
      </Popover.Target>
      {/* The bar keeps the focus in the text; here somebody types. */}
      <Popover.Dropdown onMouseDown={(event) => event.stopPropagation()}>
        <form
          onSubmit={(event) => {
            event.preventDefault();
            set();
          }}
        >
          <TextInput
            label={t('bar.prompt')}
            description={t('bar.promptHint')}
            value={text}
            w={320}
            data-autofocus
            onChange={(event) => setText(event.currentTarget.value)}
          />
          <Button type="submit" size="xs" mt="xs">
            {t('bar.promptSet')}
          </Button>
        </form>
      </Popover.Dropdown>
    </Popover>
  );
}
