/** Words that stand over tax and land without making another figure of them, and where they were seen. */
interface HarmlessWords {
  readonly from: string;
  /** Words apart by blanks. */
  readonly words: string;
}

/** What a header may say besides what it is about; whatever is not here makes it a question. */
export const HARMLESS: readonly HarmlessWords[] = [
  {
    from: 'names of columns in public systems and ledgers',
    words:
      '实际 已入库 含免抵 含减免 含留抵 含退税 含代扣 实缴 实交 实纳 缴纳 上缴 入库 净入库 完税 已缴 已交 已纳 完成 贡献 收入 税收 税额 税金 税款 税费 纳税 缴税 各项 各类 各种 税种 税 用地 占地 土地 占用 使用权 使用 利用 厂区 厂子 宗地 地块 工业 面积 亩数 亩 净用地 净 规模 数据 数值 数量 数 值 金额 总额 额 量 总 合计 小计 总计 共计 全部 项目 企业 单位 公司 用户 情况 信息 指标 概况 基本 主要 统计 核算 实绩 实 现状 目前 当前 应税',
  },
  {
    from: 'names of the time that a figure is for',
    words:
      '自年初 年初 至今 以来 起 累计 全年 年度 本年 当年 今年 年末 年底 年报 近一年 近三年 最近 年 月 月份 日 截至 止 度 本 当 至 到 季度',
  },
  {
    from: 'headings over groups of columns',
    words:
      '产出 投入 效益 经济 运行 经营 生产 财务 亩均 亩产 绩效 综合 评价 考核 工业企业 规上 规下 规模以上 规模以下 履约 核查 监管 摸底 调查 采集 填报 汇总 明细 单元 全口径 主体 业主 状况 部分 栏 表 台账 论英雄 统一 用水 用电 能耗',
  },
  {
    from: 'who gives the figures',
    words: '税务 税务局 税务部门 自然资源 自然资源局 经信 经信局 统计局 财政 财政局 部门 提供 反馈 填列 口径 局 由',
  },
  {
    from: 'other figures of the whole, asked about where one stands beside another',
    words:
      '国有 证载 实占 分摊 实测 评价 登记 出让 供地 供应 核定 审定 土地证 产权证 不动产权 不动产 发证 确权 证书 权证 证 测绘 地籍 受让 认定 批复 批准 审批 已供 已供地 划拨 有证 无证 自有 租赁 租入 承租 租用 自用 国税 地税 国地税 竞得 成交',
  },
  {
    from: 'words between words',
    words:
      '的 及 和 与 其中 在 等 为 之 按 以 计 共 每 户 万元 千元 百万元 亿元 元 百 千 万 平方米 公顷 公里 多少 几 请 填 有 是',
  },
];
