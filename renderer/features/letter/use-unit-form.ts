import { shippedFormIds, type Form, type FormId } from '#shared/domain/form.ts';
import { useQueryCall } from '../../rpc/hooks.ts';

const shipped: readonly FormId[] = shippedFormIds;

/** A form of the unit's own; undefined for shipped ones, which the editor has, and until it is read. */
export function useUnitForm(formId: FormId): Form | undefined {
  return useQueryCall('forms.get', { formId }, { enabled: !shipped.includes(formId) }).data;
}
