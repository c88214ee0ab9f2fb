import { Badge, Code, Group, Stack, Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useQueryCall } from '../../rpc/hooks.ts';
import chip from '../../ui/chip.module.css';
import { ErrorView } from '../../shell/errors/error-view.tsx';
import { LoadingRows } from '../../ui/loading-rows.tsx';

const tones = { ok: 'success', damaged: 'danger', unknown: 'warning' } as const;

/** The same report as `dafu doctor` on the command line. */
export function Doctor() {
  const { t } = useTranslation('settings');
  const report = useQueryCall('app.doctor', {});
  if (report.error) return <ErrorView error={report.error} onRetry={() => void report.refetch()} />;
  if (!report.data) return <LoadingRows rows={6} />;
  const { integrity, integrityMessages, fonts, versions } = report.data;
  return (
    <Stack gap="sm">
      <Group gap="xs">
        <Text fz="sm">{t('doctor.integrity')}</Text>
        <Badge className={chip.chip} data-tone={tones[integrity]} variant="default" tt="none">
          {t(`doctor.${integrity}`)}
        </Badge>
      </Group>
      {integrityMessages.length > 0 && <Code block>{integrityMessages.join('\n')}</Code>}
      <Table fz="sm" verticalSpacing={4}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('doctor.font')}</Table.Th>
            <Table.Th>{t('doctor.fontState')}</Table.Th>
            <Table.Th>{t('doctor.substitute')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {fonts.map((font) => (
            <Table.Tr key={`${font.role} ${font.wanted}`}>
              <Table.Td>{font.wanted}</Table.Td>
              <Table.Td>
                <Badge className={chip.chip} data-tone={font.found ? 'success' : 'warning'} variant="default" tt="none">
                  {t(font.found ? 'doctor.found' : 'doctor.missing')}
                </Badge>
              </Table.Td>
              <Table.Td>{font.substitute ?? '—'}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      <Text c="dimmed" fz="xs">
        {Object.entries(versions)
          .map(([name, version]) => `${name} ${version}`)
          .join(' · ')}
      </Text>
    </Stack>
  );
}
