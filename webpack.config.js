import path from 'node:path';
import { fileURLToPath } from 'node:url';
import CssExtractPlugin from 'mini-css-extract-plugin';
import { EsbuildPlugin } from 'esbuild-loader';
import CopyPlugin from 'copy-webpack-plugin';
import HtmlPlugin from 'html-webpack-plugin';
import './scripts/build/policies.js';

const root = path.dirname(fileURLToPath(import.meta.url));
const inRoot = (...parts) => path.join(root, ...parts);

/** WebView2 and Chrome stay current; Excel on a Mac shows the pane in Safari: 16 is the first with the array methods of 2023 that we use. */
const target = ['chrome110', 'safari16'];

const shared = {
  mode: 'production',
  context: root,
  // Lets webpack's own runtime use globalThis instead of `new Function`, which the page's policy forbids.
  target: ['web', 'es2022'],
  // A separate file or nothing: an `eval` devtool would need 'unsafe-eval', which the page's policy forbids.
  devtool: false,
  cache: {
    type: 'filesystem',
    cacheDirectory: inRoot('.cache', 'webpack'),
    buildDependencies: { config: [fileURLToPath(import.meta.url)] },
  },
  resolve: { extensions: ['.tsx', '.ts', '.js'] },
  module: {
    rules: [
      { test: /\.tsx?$/, loader: 'esbuild-loader', options: { target, jsx: 'automatic' } },
      { test: /\.yaml$/, type: 'asset/source' },
      { test: /\.css$/, use: [CssExtractPlugin.loader, 'css-loader'] },
      { test: /\.wasm$/, type: 'asset/resource' },
    ],
  },
  // A worker is one self-contained script: shared chunks would have to be fetched by it one after another.
  optimization: {
    chunkIds: 'named',
    splitChunks: false,
    // Chinese as it is, not as \uXXXX: a thirteenth fewer bytes to read and 1 % fewer to send; the pages say that they are UTF-8.
    minimizer: [new EsbuildPlugin({ target, css: true, legalComments: 'none', charset: 'utf8' })],
  },
  performance: { hints: false },
  stats: { preset: 'errors-warnings' },
};

const output = (folder, publicPath) => ({
  path: folder,
  publicPath,
  filename: 'js/[name].[contenthash:10].js',
  chunkFilename: 'js/[name].[contenthash:10].js',
  assetModuleFilename: 'asset/[name].[contenthash:10][ext]',
});

const styles = () => new CssExtractPlugin({ filename: 'css/[name].[contenthash:10].css' });

/** What ships: the pane, the custom functions it registers (shared runtime), and the worker it starts. */
const addIn = (folder) => ({
  ...shared,
  name: 'add-in',
  entry: { taskpane: inRoot('src/taskpane/index.tsx') },
  output: output(folder, 'auto'),
  // HiGHS asks for it in Node only.
  externals: { 'node:module': 'var {}' },
  plugins: [
    styles(),
    new HtmlPlugin({ template: inRoot('src/taskpane/index.html'), filename: 'taskpane.html', scriptLoading: 'defer' }),
    new CopyPlugin({ patterns: [{ from: 'assets/icons', to: 'icons' }, 'assets/support.html'] }),
  ],
});

/** The trial host: never part of what ships. */
const workbench = (folder) => ({
  ...shared,
  name: 'workbench',
  entry: {
    workbench: inRoot('src/workbench/index.ts'),
    'pane-bridge': { import: inRoot('src/workbench/pane-bridge.ts'), filename: 'pane-bridge.js' },
  },
  output: output(path.join(folder, 'workbench'), '/workbench/'),
  plugins: [
    styles(),
    new HtmlPlugin({ template: inRoot('src/workbench/index.html'), filename: 'index.html', chunks: ['workbench'] }),
  ],
});

/** `webpack --config-name add-in --env out=some/folder`; without a name both are compiled, into dist/. */
export default (env = {}) => {
  const folder = path.resolve(root, env.out ?? 'dist');
  return [addIn(folder), workbench(folder)];
};
