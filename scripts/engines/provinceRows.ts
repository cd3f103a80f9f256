/** A made-up share between 0 and 1 of row i, the same whenever it is asked for. */
const share = (salt: number): string => `(HASH(i, ${String(salt)}) % 1000003 / 1000003.0)`;
const one = (salt: number, words: readonly (string | null)[]): string => {
  const list = words.map((word) => (word === null ? 'NULL' : `'${word}'`)).join(', ');
  return `LIST_EXTRACT([${list}], 1 + CAST(FLOOR(${share(salt)} * ${String(words.length)}) AS INTEGER))`;
};
/** People tick what is wrong and leave the rest empty. */
const ticked = (salt: number, word: string): string => `CASE WHEN ${share(salt)} < 0.05 THEN '${word}' END`;

const COLUMNS: Readonly<Record<string, string>> = {
  企业名称: `'示例企业' || i || '有限公司'`,
  统一社会信用代码: `'9133' || LPAD(CAST(i AS VARCHAR), 14, '0')`,
  区镇: one(1, ['东山街道', '西河街道', '北岭镇', '青溪镇', '白沙镇', '石门镇', null]),
  面积: `CASE WHEN ${share(2)} < 0.98 THEN ROUND(1 + 60 * POWER(${share(3)}, 2), 2) END`,
  税收: `CASE WHEN ${share(4)} < 0.97 THEN ROUND(POWER(${share(5)}, 3) * 3000, 2) END`,
  等级: one(6, ['A', 'B', 'B', 'C', 'C', 'D', null]),
  落后产能: ticked(7, '是'),
  整治可达标: ticked(8, '否'),
  符合规划: one(9, ['是', '是', '是', '是', '否', null]),
  保留工业用地: ticked(10, '否'),
  符合产业导向: ticked(11, '否'),
  建筑质量: one(12, ['好', '一般', '差', null]),
  设施老旧: one(13, ['是', '否', null]),
  管理粗放: one(14, ['是', '否', null]),
  容积率: `ROUND(0.3 + 2 * ${share(15)}, 2)`,
  行业: one(16, ['通用设备制造业', '纺织业', '金属制品业', '医药制造业']),
};

/** The queries that make a table as `mujun read` writes it, of so many rows in so many counties, one after the other. */
export function rowsSql(made: { readonly rows: number; readonly counties: number; readonly to: string }): string[] {
  const county = `(i * ${String(made.counties)} // ${String(made.rows)})`;
  const heads = JSON.stringify(Object.fromEntries(Object.keys(COLUMNS).map((label) => [label, label])));
  const columns = [
    ...[`CAST(i AS INTEGER) AS "序"`, `'市' || (${county} // 10) || '/县' || ${county} || '.xlsx' AS "文件"`],
    ...[
      `'0' AS "指纹"`,
      `'县' || ${county} AS "地方"`,
      `'台账' AS "工作表"`,
      `CAST(i % 1000000 + 2 AS INTEGER) AS "行"`,
    ],
    ...Object.entries(COLUMNS).map(([label, value]) => `${value} AS "${label}"`),
    ...[`CAST(NULL AS VARCHAR) AS "读不懂"`, `CAST(NULL AS VARCHAR) AS "待答"`, `'${heads}' AS "表头"`],
  ];
  const from = `FROM RANGE(${String(made.rows)}) AS counted(i)`;
  return [`COPY (SELECT ${columns.join(',\n')} ${from}) TO '${made.to}' (FORMAT parquet)`];
}

/** Tiers and paths of 嵊州 as somebody would write them by hand over such a table. */
export function byHand(from: string, to: string): string {
  const mu = `CASE WHEN "面积" > 0 THEN "税收" / "面积" END`;
  const tier = `CASE WHEN mu IS NULL THEN '待核实' WHEN mu <= 5 THEN '重点排查' WHEN mu <= 10 THEN '重点检查' WHEN mu <= 15 THEN '重点指导' ELSE '不纳入' END`;
  const path = `CASE WHEN "落后产能" = '是' OR "整治可达标" = '否' THEN '关停退出' WHEN "符合规划" IS NULL THEN '待核实'
WHEN "符合规划" = '否' OR "保留工业用地" = '否' THEN '功能转型' WHEN "符合产业导向" = '否' THEN '待研判'
WHEN (mu <= 5 OR "等级" = 'D') AND "建筑质量" = '差' THEN '拆除重建'
WHEN (mu <= 15 OR "等级" IN ('C', 'D')) AND NOT ("设施老旧" = '否' AND "管理粗放" = '否') THEN '整治提升'
WHEN mu IS NULL OR "建筑质量" IS NULL THEN '待核实' ELSE '保留' END`;
  const rows = `SELECT *, ${mu} AS mu FROM read_parquet('${from}')`;
  return `COPY (SELECT * EXCLUDE (mu), ${tier} AS "档位", ${path} AS "路径" FROM (${rows}) ORDER BY "序") TO '${to}' (FORMAT parquet)`;
}

/** A scenario that uses most of what a projection has. */
export const SCENARIO = `名称: 全省
起始年: 2024
模拟次数: 2000
哪些算低效用地: [路径：拆除重建, 路径：整治提升]
措施:
  提高容积率: { 提高到: 1.8, 范围: 条件：亩均税收 < 20 }
  处置低效用地: { 处置比例: 80, 处置完成年: 2029 }
  提质增效: { 税收提高: 10, 响应比例: 50, 几年到位: 3, 每亩补助: 0 }
可能的变动:
  工业地价: { 最小: 30, 最可能: 45, 最大: 60 }
`;
