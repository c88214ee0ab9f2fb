import { emptyCaseFacts, type CaseFacts } from '#shared/domain/case.ts';
import { defaultUnitSettings } from '#shared/domain/unit-settings.ts';
import { inOtherProgram } from '../e2e/support/other-program.ts';

const DAY_MS = 86_400_000;

const unit = {
  ...defaultUnitSettings,
  fullName: '云州市交通运输局',
  shortName: '市交通运输局',
  docCode: '云交函',
  contact: { name: '周敏', role: '联系人', phone: '0999-0000000' },
};

/** Title, number, members, days from today to the deadline (null: none). */
const cases: [string, string, string[], number | null][] = [
  ['关于加强农村公路养护的提案', '0178', ['林知远', '苏文'], 45],
  ['关于完善社区养老服务网络的提案', '12', ['民盟云州市委会'], 9],
  ['关于推进老旧小区加装电梯的提案', '041', ['陈立'], 3],
  ['关于优化城市公交线网的提案', '0236', ['何其'], 0],
  ['关于加快充电设施建设的提案', '温36', ['赵启明', '孙一禾', '钱度'], -4],
  ['关于治理学校周边交通拥堵、完善接送车辆临时停靠秩序并建立家校警联动机制的提案', '0529', ['周可'], 88],
  ['关于发展水上旅游客运的提案', '丽22', ['吴江'], null],
];

/** A unit, a person and a desk of drafts, all invented: every kind of deadline, one finished, two in the trash. */
export function seedDesk(dataFolder: string): Promise<void> {
  return inOtherProgram(dataFolder, async (client) => {
    await client.call('settings.saveUnit', { unit });
    await client.call('settings.saveProfile', { name: '周敏' });
    const templates = await client.call('templates.list', {});
    const ids: string[] = [];
    for (const [title, number, members, days] of cases) {
      const isCollective = members[0]?.endsWith('委会') === true;
      const caseFacts: CaseFacts = {
        ...emptyCaseFacts(),
        title,
        number,
        body: '市政协',
        session: '六届五次会议',
        members: members.map((name, index) => ({ name, lead: index === 0, collective: isCollective })),
        dueOn: days === null ? null : new Date(Date.now() + days * DAY_MS).toISOString().slice(0, 10),
      };
      const wanted = isCollective ? 'collective' : 'proposal';
      const templateId = templates.find(({ kind }) => kind === wanted)?.id ?? '';
      ids.push((await client.call('documents.create', { templateId, caseFacts })).documentId);
    }
    const finished = ids.slice(5, 6);
    await client.call('documents.setState', { documentIds: finished, state: 'finished' });
    const copies = await Promise.all(
      ids.slice(0, 2).map((documentId) => client.call('documents.duplicate', { documentId })),
    );
    await client.call('documents.trash', { documentIds: copies.map(({ documentId }) => documentId) });
  });
}
