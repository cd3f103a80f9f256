import type { SimulateDone } from './simulate/simulate';

/** The help of the command line, in Chinese and in English. */
export const HELP = `亩均推演命令行 (mujun): 成批读台账、判定、写结果。来源文件不改动。

用法 (usage):
  mujun read  文件或文件夹… --out rows.parquet [--policy 嵊州2021] [--answers rows-待答.yaml] [--jobs 2]
      每份台账照窗格的读法读入一张表；读入情况另写一份 .xlsx，要问的写成 -待答.yaml，填好后再读一次。
      Reads every ledger into one Parquet table; what must be asked goes to a YAML file to fill in.
  mujun judge rows.parquet --policy 嵊州2021 --out judged.parquet [--as-of 2024-06-30] [--cohort county|file|province] [--checks] [--memory 2GB] [--engine spark --master spark://…]
      判定档位、路径、等级，另写一份汇总 .xlsx。平均和名次按县（county）、按文件（file）或全部一起（province）。
      --checks 另加“核对表”对每户的核对（信用代码、出让年限、工业建筑面积占比、处置状态、不再增收土地价款），台账有这些列的才有。
      Tiers, paths and grades of every row, and a workbook that sums them up; --checks adds the checks of each row.
      --engine spark 由装好的 Spark（SPARK_HOME，或 python3 里的 pyspark）算，simulate 也可以；不写由本机的 DuckDB 算。
      By an installed Spark, simulate too; by DuckDB on this machine unless said.
  mujun simulate rows.parquet --policy 嵊州2021 --scenario 方案.yaml --out 推演.xlsx [--as-of 2024-06-30] [--cohort …] [--jobs 2]
      按方案逐县推演，再合成全部：期望值、中间值和九成范围。--out 写 .parquet 时另写一份汇总 .xlsx。方案怎样写见 docs/province.zh-CN.md。
      Projects every county and all together: expected values, medians, nine in ten.
  mujun apply 台账.xlsx --policy 嵊州2021 --out 结果.xlsx [--as-of 2024-06-30] [--answers 结果-待答.yaml] [--anyway]
      同窗格的“写入结果列”，写到另一个文件；要问的写成 -待答.yaml，填好后再运行一次。The results beside the ledger, in a file of its own.
  mujun sql   --policy 嵊州2021 [--as-of 2024-06-30] [--dialect duckdb|spark|postgres]
      政策的查询语句，附条款；不写 --dialect 为 DuckDB 的。The policy's queries with their clauses, for DuckDB unless said.

政策 (policy): 内置的名称，或自己的 pack.yaml 所在的文件夹 (a name that ships, or the folder of a pack.yaml).
--json 把结果写成一行 JSON (the outcome as a line of JSON). --help 看这一页 (this page).
退出码 (exit codes): 0 全部完成 (done)；1 没有完成 (not done)；2 有文件没有读入 (some files refused)；3 有问题要回答 (questions open).
`;

/** What stands at the end of a run for a person. */
export const ENDED = {
  read: (done: {
    readonly files: number;
    readonly read: number;
    readonly rows: number;
    readonly refused: number;
    readonly asked: number;
    readonly out: string;
    readonly report: string;
    readonly questions?: string;
  }) =>
    [
      `共 ${done.files} 份文件，读入 ${done.read} 份，${done.rows.toLocaleString('en-US')} 户：${done.out}`,
      `读入情况：${done.report}`,
      ...(done.refused > 0 ? [`没有读入 ${done.refused} 份，原因见读入情况`] : []),
      ...(done.questions === undefined
        ? []
        : [`有 ${done.asked} 份要回答：${done.questions}，填好后加 --answers 再运行一次`]),
    ].join('\n'),
  judge: (done: {
    readonly rows: number;
    readonly standing: string;
    readonly out: string;
    readonly summary: string;
    readonly answers: Readonly<Record<string, Readonly<Record<string, number>>>>;
  }) =>
    [
      `判定 ${done.rows.toLocaleString('en-US')} 户（政策${done.standing}）：${done.out}`,
      ...Object.entries(done.answers).map(
        ([name, counts]) =>
          `${name}：${Object.entries(counts)
            .map(([word, count]) => `${word} ${count.toLocaleString('en-US')}`)
            .join('，')}`,
      ),
      `汇总：${done.summary}`,
    ].join('\n'),
  simulate: (done: SimulateDone) => {
    const shown = (value: number | undefined) => (value ?? NaN).toLocaleString('en-US', { maximumFractionDigits: 2 });
    return [
      `推演 ${done.counties} 个县（文件），${done.counted.toLocaleString('en-US')} 户参加，共 ${done.rows.toLocaleString('en-US')} 户，模拟 ${done.draws.toLocaleString('en-US')} 次：${done.out}`,
      ...(done.left > 0 ? [`有 ${done.left} 个没有推演，原因见“要注意的”`] : []),
      ...Object.entries(done.figures)
        .slice(0, 4)
        .map(
          ([name, { 中间值, 九成 }]) =>
            `${done.year} 年${name}：${shown(中间值)}（九成 ${shown(九成[0])} 至 ${shown(九成[1])}）`,
        ),
      ...(done.summary === done.out ? [] : [`汇总：${done.summary}`]),
    ].join('\n');
  },
  apply: (done: { readonly out?: string; readonly said: string; readonly questions: readonly string[] }) =>
    [
      done.said,
      ...(done.out === undefined ? [] : [`已写出：${done.out}`]),
      ...done.questions.map((own) => `问：${own}`),
    ].join('\n'),
} as const;
