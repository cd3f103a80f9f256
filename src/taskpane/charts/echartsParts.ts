import { BarChart, LineChart, ScatterChart } from 'echarts/charts';
import { GridComponent, LegendComponent, TooltipComponent } from 'echarts/components';
import { init, use as register } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';

register([...[BarChart, LineChart, ScatterChart], ...[GridComponent, LegendComponent, TooltipComponent, SVGRenderer]]);

/** The parts of echarts that we draw with, as a chunk of their own. */
export { init };
