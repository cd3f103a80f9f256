import type { Field, FieldKind } from './field';
import { askedOfField } from './askedField';
import { isOwnField, ownFieldOf } from './ownField';

export type { Field, FieldKind } from './field';

function f(id: string, label: string, kind: FieldKind, headers: string): Field {
  return { id, label, kind, headers: headers.split(' ') };
}

/**
 * Every field the matcher knows, whether or not a policy uses it: a header that belongs to 建筑面积 must not be taken for 面积.
 * Header texts come from public ledgers and systems (domain/ledgers.md, domain/paths.md); the order inside a line is likelihood.
 */
export const FIELDS: readonly Field[] = [
  f('sequence', '序号', 'text', '序号 编号 序 No. NO'),
  f(
    'enterprise',
    '企业名称',
    'text',
    '企业名称 单位名称 公司名称 企业 纳税人名称 用地单位 使用权人 土地使用权人 权利人 经营主体 业主单位 载体名称 项目名称 企业(单位)名称 单位 企业全称 纳税人 用地企业 项目 项目(企业)名称 项目/权利人 权利人名称',
  ),
  f(
    'creditCode',
    '统一社会信用代码',
    'code',
    '统一社会信用代码 信用代码 社会信用代码 纳税人识别号 统一信用代码 税号 组织机构代码 社会统一信用代码 信用代码/税号',
  ),
  f(
    'parcelId',
    '地块编码',
    'code',
    '地块编码 宗地编号 宗地号 地块编号 不动产单元号 土地字号 宗地代码 地籍号 电子监管号 一码 宗地 地块号 地块',
  ),
  f(
    'certificate',
    '不动产权证号',
    'text',
    '不动产权证号 土地证号 国有土地使用证号 权证号 产权证号 证号 不动产证号 权属证号',
  ),
  f('evaluationYear', '评价年度', 'year', '评价年度 年度 年份 数据年份 批次 pch'),
  f(
    'township',
    '区镇',
    'text',
    '区镇 镇街 镇(街道) 乡镇(街道) 街道 所属街道 所在街道 属地 所属区域 所属平台 街道乡镇名称 开发区(园区) 所属镇街 镇街名称 园区 区县 片区 所属镇 所在镇 所属镇(街道) 所在镇(街道) 所属乡镇 所在乡镇 所在镇乡 镇乡 乡镇 街镇 属地镇街 所属区镇 所在区镇',
  ),
  f('village', '村/社区', 'text', '村/社区 村 所在村 社区 村(社区)'),
  f('address', '坐落', 'text', '坐落 地址 企业地址 详细地址 位置 土地坐落 四至'),
  f('park', '园区名称', 'text', '园区名称 小微企业园 工业园区名称 所属园区'),
  f('cluster', '产业集聚区', 'text', '产业集聚区 集聚区 所属集聚区 所在集聚区'),
  f('contact', '联系人', 'text', '联系人 企业联系人 法人代表 法定代表人 联系电话 联系方式 法人联系方式'),
  f('industry', '行业', 'text', '行业 行业名称 所属行业 行业代码 国民经济行业 行业大类 主导产品 产业类别 行业类别'),
  f('aboveScale', '规上标记', 'text', '规上标记 规模 是否规上 规上/规下 企业规模 规上规下 限上/限下 是否四上'),
  f('enterpriseStatus', '企业状态', 'text', '企业状态 经营状态 状态 生产状态'),
  f(
    'grade',
    '等级',
    'choice',
    '综合评价等级 亩均效益综合评价等级 亩均评价等级 亩均论英雄评价等级 亩均论英雄等级 评价等级 企业等级 等级 类别 评价结果 档次 分档 ABCD分类 亩均论英雄结果 亩均论英雄评价结果 等次 评价等次 评价类别 综合评价 综合评价结果 企业类别 企业分类 评价分类',
  ),
  f('score', '综合得分', 'number', '综合得分 得分 总分 综合评价得分 评价得分'),
  f('scoreBonus', '加分', 'number', '加分 加分项 附加分'),
  f('scorePenalty', '减分', 'number', '减分 扣分 减分项'),
  f('veto', '一票否决', 'yesNo', '一票否决 否决项 直接列D'),
  f(
    'landArea',
    '面积',
    'area',
    '用地面积 占地面积 土地面积 实际用地面积 实际占用土地面积 实际占地面积 占用土地面积 宗地面积 土地使用权面积 用地 面积 占用土地面积(平方米) 占用土地面积(亩) 净用地面积 工业用地面积 证载面积 土地证面积 用地亩数 占地 亩数 厂区面积 厂区占地面积 用地规模 总用地面积 土地使用面积 用地数据 占地规模 实际用地 实际占地 企业用地面积',
  ),
  f('ownedArea', '自有用地', 'area', '自有用地 自有土地面积 自有用地面积 出让面积'),
  f('rentedInArea', '租入用地', 'area', '租入用地 租赁用地 租用面积 承租面积 租入土地 租赁土地面积'),
  f('rentedOutArea', '出租用地', 'area', '出租用地 出租面积 出租土地 转租面积'),
  f('tenure', '用地来源', 'text', '用地来源 土地来源 用地类型 产权 厂房产权 自有/租赁'),
  f('landRight', '权属性质', 'text', '权属性质 土地性质 土地性质名称 权属 地类'),
  f('landUse', '用途', 'text', '用途 土地用途 规划用途 土地用途名称 现状用途 用地性质'),
  f('proposedLandUse', '拟改用途', 'text', '拟改用途 调整后用途 规划调整用途 改造后用途 拟变更用途'),
  f('landZone', '地块类别', 'choice', '地块类别 区块类别 104/195/198'),
  f(
    'urbanBoundary',
    '城镇开发边界',
    'choice',
    '城镇开发边界内 城镇开发边界 是否在城镇开发边界内 开发边界内 边界内外 集建区内 边界内/外 开发边界内/外',
  ),
  f(
    'industrialLine',
    '工业保障线',
    'choice',
    '工业保障线内 工业保障线 工业用地保障线 工业控制线 工业红线内 是否在工业保障线内 集聚区控制线 保障线内/外 保障线内外 工业保障线内外',
  ),
  f(
    'conformsToPlan',
    '符合规划',
    'yesNo',
    '符合规划 是否符合规划 符合土地利用总体规划 符合控规 符合国土空间规划 是否符合控规',
  ),
  f('keepsIndustrialUse', '保留工业用地', 'yesNo', '保留工业性质 保留工业用地 是否保留工业 规划工业'),
  f(
    'fitsIndustrialDirection',
    '符合产业导向',
    'yesNo',
    '符合产业方向 符合产业导向 是否主导产业 符合区域产业发展方向 符合产业政策',
  ),
  f('requisition', '纳入征收范围', 'yesNo', '已纳入征收 是否征收 纳入征收范围 征迁范围 拟征收 已纳入征收范围'),
  f('reclamation', '拆旧复垦范围', 'yesNo', '拆旧复垦 复垦范围 是否复垦 拆旧复垦范围'),
  f('plotRatio', '容积率', 'number', '容积率 现状容积率 实际容积率 建筑容积率 plot_ratio 容积率(现状) 容积率(实际)'),
  f(
    'plannedPlotRatio',
    '规划容积率',
    'number',
    '规划容积率 容积率上限 容积率要求 约定容积率 出让容积率 容积率指标 容积率(规划) 容积率(约定) 容积率(出让)',
  ),
  f(
    'proposedPlotRatio',
    '拟改容积率',
    'number',
    '拟改容积率 改造后容积率 提容后容积率 拟改造后容积率 拟建容积率 目标容积率',
  ),
  f('floorArea', '建筑面积', 'floor', '建筑面积 总建筑面积 厂房面积 现状建筑面积 已建建筑面积 计容建筑面积'),
  f('industrialFloorArea', '工业建筑面积', 'floor', '工业建筑面积 生产用房面积 厂房建筑面积'),
  f('undergroundFloorArea', '地下建筑面积', 'floor', '地下建筑面积 地下面积'),
  f(
    'undergroundAreaAdded',
    '新增地下建筑面积',
    'floor',
    '新增地下建筑面积 拟增地下建筑面积 拟建地下建筑面积 新增地下面积',
  ),
  f('siteCoverage', '建筑系数', 'percent', '建筑系数 建筑密度 密度'),
  f('greenRatio', '绿地率', 'percent', '绿地率 绿化率'),
  f('builtYear', '建成年份', 'year', '建成年份 建成时间 竣工年份 建筑年代'),
  f(
    'buildingQuality',
    '建筑质量',
    'choice',
    '建筑质量 房屋质量 房屋等级 建筑结构 安全鉴定等级 房屋安全等级 建筑安全等级 房屋鉴定等级',
  ),
  f('idleArea', '闲置面积', 'area', '闲置面积 闲置土地面积 空闲面积 未利用面积'),
  f(
    'taxPaid',
    '税收',
    'money',
    '实缴税收 实缴税金 税收 入库税收 缴纳税收 税收总额 全口径税收 纳税总额 税金 上缴税收 年度税收 税收实际贡献 实际缴纳税收 当年税收 税收合计 纳税额 缴税额 税收实缴 实缴税额 入库税金 税收入库数 入库税额 纳税 纳税金额 税收贡献 税收数 税收收入 上缴税金 实缴税费 缴纳税金 税收完成数',
  ),
  f('localTax', '地方税收', 'money', '地方税收 区级税收 区县级税收 地方留存税收 县级税收 区(县)级税收 地方级税收'),
  f('previousTax', '上年度税收', 'money', '上年度税收 上年税收 上年度实缴税金'),
  f('taxTwoYearsAgo', '上上年度税收', 'money', '上上年度税收 前年税收'),
  f(
    'taxPerMu',
    '亩均税收',
    'perMu',
    '亩均税收 亩均税收(万元/亩) 单位用地税收 地均税收 亩均税额 土地税收 亩产税收 全口径亩均税收 上年度亩均税收',
  ),
  f(
    'revenue',
    '营业收入',
    'money',
    '营业收入 主营业务收入 主营业收入 销售收入 开票销售 应税销售 销售额 营收 主营收入 营业总收入 年销售收入',
  ),
  f('revenuePerMu', '亩均营业收入', 'perMu', '亩均营业收入 亩均销售 亩均销售收入 亩均营收 单位用地主营业务收入'),
  f('grossOutput', '工业总产值', 'money', '工业总产值 总产值 产值 规上产值'),
  f('valueAdded', '工业增加值', 'money', '工业增加值 增加值'),
  f('valueAddedPerMu', '亩均增加值', 'perMu', '亩均增加值 亩均工业增加值'),
  f(
    'staff',
    '平均职工人数',
    'number',
    '平均职工人数 年平均职工人数 平均用工人数 从业人员平均人数 全部从业人员平均人数 年平均员工 职工人数 用工人数',
  ),
  f('labourProductivity', '全员劳动生产率', 'number', '全员劳动生产率 劳产率'),
  f('energy', '综合能耗', 'number', '综合能耗 能耗 总用能 总用能量 能源消费量 综合能源消费量'),
  f('valueAddedPerTce', '单位能耗增加值', 'number', '单位能耗增加值 单位能耗工业增加值'),
  f('electricity', '用电量', 'number', '用电量 年实际用电量 电量 用电数据'),
  f('water', '用水量', 'number', '用水量 年实际用水量'),
  f('emission', '主要污染物排放量', 'number', '主要污染物排放量 排放量 排污量 污染物排放量 主要污染物排放当量 排放'),
  f(
    'valueAddedPerEmission',
    '单位排放增加值',
    'number',
    '单位排放增加值 单位主要污染物增加值 单位主要污染物排放增加值',
  ),
  f('rdSpending', '研发经费', 'money', '研发经费 R&D经费支出 研究与试验发展经费 R&D经费 研发费用 研发投入'),
  f(
    'rdIntensity',
    '研发占比',
    'percent',
    '研发占比 R&D经费支出占比 R&D占比 研发投入强度 研发经费投入强度 R&D经费支出占主营业务收入之比 研发经费占比',
  ),
  f('fixedInvestment', '固定资产投资', 'money', '固定资产投资 总投资 固投 计划总投资 实际投资'),
  f('investmentIntensity', '投资强度', 'perMu', '投资强度 固定资产投资强度 亩均投资 单位用地固定资产投资'),
  f('stockType', '存量类型', 'choice', '存量类型 土地类型 问题类型 类型'),
  f(
    'approvedOn',
    '批准日期',
    'date',
    '批准日期 批准时间 批准文号时间 供地日期 出让日期 签订日期 批准/出让日期 出让时间',
  ),
  f('plannedStart', '约定开工', 'date', '约定开工 约定开工日期 约定动工时间 约定开工时间 约定动工 约定动工日期'),
  f(
    'actualStart',
    '实际开工',
    'date',
    '实际开工 实际开工日期 实际动工时间 开工时间 开工日期 实际动工 实际动工日期 动工时间',
  ),
  f('plannedFinish', '约定竣工', 'date', '约定竣工 约定竣工日期 约定竣工时间'),
  f('actualFinish', '实际竣工', 'date', '实际竣工 实际竣工日期 竣工时间 竣工验收时间 竣工 竣工日期'),
  f('plannedFullProduction', '约定达产', 'date', '约定达产 约定达产日期 达产时间 达产年限 达产 达产日期'),
  f('cause', '成因', 'text', '成因 闲置原因 低效原因 原因 存在问题 低效类型 低效成因'),
  f(
    'disposalMethod',
    '处置方式',
    'text',
    '处置方式 处置措施 处置意见 盘活方式 整治方式 改造方式 治理路径 处置途径 拟治理路径 拟处置方式 治理方式 拟治理方式',
  ),
  f('leadDepartment', '牵头单位', 'text', '牵头单位 责任单位 牵头部门 责任部门 主管部门'),
  f('supportingDepartment', '配合单位', 'text', '配合单位 配合部门 实施单位 责任主体'),
  f('responsiblePerson', '责任人', 'text', '责任人 挂钩领导 联系领导 包联领导'),
  f('deadline', '完成时限', 'date', '完成时限 时限 整改期限 处置时限 计划完成时间 截止时间 完成时间要求'),
  f('closedOutOn', '完成日期', 'date', '完成日期 完成时间 实际完成时间 销号日期 验收日期 处置完成日期'),
  f('progress', '进展情况', 'text', '进展情况 进展 当前进度 工作进展 整改情况'),
  f('closeOut', '销号', 'yesNo', '销号 是否销号 是否完成 完成情况 销号状态 是否验收'),
  f('supervised', '挂牌督办', 'yesNo', '挂牌督办 是否督办 督办级别'),
  f('environmentHazard', '环保隐患', 'yesNo', '环保隐患 环保问题 生态环境问题'),
  f('safetyHazard', '安全隐患', 'yesNo', '安全隐患 安全生产隐患 安全问题'),
  f('fireHazard', '消防隐患', 'yesNo', '消防隐患 消防安全隐患 消防问题'),
  f('illegalArea', '违建面积', 'floor', '违建面积 违法建筑面积 违章建筑'),
  f('obsoleteCapacity', '落后产能', 'yesNo', '落后产能 淘汰类 限制类 是否落后产能'),
  f('scatteredPolluter', '低散乱污', 'yesNo', '低散乱污 散乱污 低小散 四无企业'),
  f('indicator', '指标', 'text', '指标 指标名称 工作内容 主要任务 重点工作 任务名称'),
  f('targetValue', '目标值', 'number', '目标值 年度目标 目标任务 目标 任务数 计划数 全年任务 下达任务'),
  f('completedValue', '完成值', 'number', '完成值 完成数 累计完成 实际完成 完成情况(数) 已完成'),
  f('completionRate', '完成率', 'percent', '完成率 完成比例 进度 序时进度'),
  f('firstQuarter', '一季度', 'number', '一季度 第一季度 Q1 1季度 1-3月'),
  f('secondQuarter', '二季度', 'number', '二季度 第二季度 Q2 上半年 1-6月'),
  f('thirdQuarter', '三季度', 'number', '三季度 第三季度 Q3 1-9月 前三季度'),
  f('fourthQuarter', '四季度', 'number', '四季度 第四季度 Q4 全年 1-12月'),
  f('remark', '备注', 'text', '备注 说明 其他'),
  f('landPrice', '地价', 'perMu', '地价 出让价 成交单价 起拍价 土地单价 基准地价 收储单价'),
  f('disposalCost', '收储成本', 'money', '收储成本 补偿金额 补偿总价 回购资金 腾退成本 投入资金'),
  f('grantTerm', '出让年限', 'number', '出让年限 年限 使用年限 出让年期'),
  f(
    'rectifiable',
    '整治可达标',
    'yesNo',
    '整治可达标 能否整治达标 整治后能否达标 整治后是否达标 整治能否达标 是否可整治达标 整治后可达标',
  ),
  f('outdatedFacilities', '设施老旧', 'yesNo', '设施老旧 局部设施老旧 设备设施老旧'),
  f('poorlyManaged', '管理粗放', 'yesNo', '管理粗放 管理粗放无序 管理粗放混乱'),
  f('lowEndCapacity', '低端低效产能', 'yesNo', '低端低效产能 低端低效 是否低端低效产能'),
  f('carrierType', '载体类型', 'text', '载体类型 产业载体类型'),
  f('renewalUnit', '更新单元', 'text', '更新单元 所属更新单元 更新单元编号'),
  f('outputLevel', '产出水平', 'choice', '产出水平 效益水平 产出效益水平'),
  f('inefficient', '低效', 'yesNo', '低效 是否低效 低效标记 低效用地 是否低效用地'),
  f('idle', '闲置', 'yesNo', '闲置 是否闲置 闲置标记'),
  f('agedPark', '老旧园区', 'yesNo', '老旧园区 是否老旧园区'),
  f('plannedNew', '拟新建', 'yesNo', '拟新建 规划新建'),
];

const BY_ID: ReadonlyMap<string, Field> = new Map(FIELDS.map((field) => [field.id, field]));

/** Whether there is a field with an id. */
export function isField(id: string): boolean {
  return isOwnField(id) || BY_ID.has(id);
}

/** The field with an id; throws on an unknown one, which is a mistake in a pack or in code. */
export function fieldOf(id: string): Field {
  const asked = askedOfField(id);
  if (asked) return { ...fieldOf(asked.field), id, ...(asked.kind === 'written' ? { kind: 'text' } : {}) };
  const field = isOwnField(id) ? ownFieldOf(id) : BY_ID.get(id);
  if (!field) throw new Error(`unknown field "${id}"`);
  return field;
}
