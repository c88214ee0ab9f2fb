import type { TemplateSummary } from '#shared/contract/templates.ts';

export interface TemplateRow {
  id: string;
  template: string;
  deleted_at: number | null;
}

export interface TemplateSummaryRow {
  id: string;
  name: string;
  description: string;
  kind: TemplateSummary['kind'];
  updated_at: number;
}

export function rowToTemplateSummary(row: TemplateSummaryRow): TemplateSummary {
  const { id, name, description, kind, updated_at: updatedAt } = row;
  return { id, name, description, kind, shipped: false, updatedAt };
}
