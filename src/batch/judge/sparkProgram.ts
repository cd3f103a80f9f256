/** What Spark is asked: tables as Parquet, views over them, and queries whose answers go to folders of Parquet. */
export interface SparkAsked {
  readonly master: string;
  readonly settings: Readonly<Record<string, string>>;
  readonly tables: readonly { readonly name: string; readonly parquet: string }[];
  readonly views: readonly { readonly name: string; readonly query: string }[];
  readonly queries: readonly { readonly query: string; readonly out: string }[];
}

/** The program that Spark's own Python runs, given the file of a `SparkAsked`: all there is to share out and to try again is Spark's. */
export const SPARK_PROGRAM = `import json, sys
from pyspark.sql import SparkSession
asked = json.load(open(sys.argv[1], encoding='utf-8'))
session = SparkSession.builder.appName('mujun').master(asked['master'])
for name, value in asked['settings'].items():
    session = session.config(name, value)
spark = session.getOrCreate()
spark.sparkContext.setLogLevel('ERROR')
for table in asked['tables']:
    spark.read.parquet(table['parquet']).createOrReplaceTempView('\`' + table['name'] + '\`')
for view in asked['views']:
    spark.sql(view['query']).createOrReplaceTempView('\`' + view['name'] + '\`')
for at, own in enumerate(asked['queries']):
    print('began', at, flush=True)
    spark.sql(own['query']).write.mode('overwrite').parquet(own['out'])
    print('done', at, flush=True)
spark.stop()
`;

/** Names differ by the size of their letters too; nothing is shown on a page of its own. */
export const SPARK_SETTINGS: Readonly<Record<string, string>> = {
  'spark.sql.caseSensitive': 'true',
  'spark.ui.enabled': 'false',
  'spark.sql.ansi.enabled': 'false',
};
