import { headingLabels } from '#shared/document/numbering.ts';
import { blockText, runsText } from '#shared/document/plain-text.ts';
import { blocksOf } from '#shared/document/walk.ts';
import { useQueryCall } from '../../rpc/hooks.ts';
import classes from './templates.module.css';

const BLOCKS_SHOWN = 14;

/** A small picture of the letter a template makes: its first page, drawn small. */
export function TemplateThumb({ templateId }: { templateId: string }) {
  const template = useQueryCall('templates.get', { templateId });
  const document = template.data?.document;
  const labels = document ? headingLabels(document) : new Map<string, string>();
  return (
    <div className={classes.thumb} aria-hidden>
      {document && (
        <div className={classes.thumbPaper}>
          <div className={classes.thumbTitle}>{runsText(document.head.title)}</div>
          <div>{runsText(document.head.salutation)}</div>
          {[...blocksOf(document)].slice(0, BLOCKS_SHOWN).map(({ block }) => (
            <div key={block.id} className={block.type === 'heading' ? classes.thumbHeading : classes.thumbText}>
              {labels.get(block.id)}
              {blockText(block) === '' ? (
                <span className={classes.thumbPrompt}>{block.props?.prompt}</span>
              ) : (
                blockText(block)
              )}
            </div>
          ))}
        </div>
      )}
    </div>
  );
}
