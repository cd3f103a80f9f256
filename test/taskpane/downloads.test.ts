import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { downloadsOf } from '../../src/taskpane/downloads';

/** A page as far as it is looked at: a window of its own, or in a frame. */
function pageIn(frame: 'none' | 'foreign' | { readonly sandbox: string | null }): Window {
  const page: Record<string, unknown> = {};
  if (frame === 'none') return Object.assign(page, { parent: page, frameElement: null }) as unknown as Window;
  page['parent'] = {};
  if (frame === 'foreign') {
    const frameElement = () => {
      throw new DOMException('Blocked a frame', 'SecurityError');
    };
    Object.defineProperty(page, 'frameElement', { get: frameElement });
  } else page['frameElement'] = { getAttribute: () => frame.sandbox };
  return page as unknown as Window;
}

describe('what becomes of a download', () => {
  beforeEach(() => {
    const anchor = { prototype: { download: '' } };
    vi.stubGlobal('HTMLAnchorElement', anchor);
  });
  afterEach(() => vi.unstubAllGlobals());

  it('in a window of its own: perhaps on Windows, dropped on a Mac', () => {
    expect([downloadsOf(pageIn('none'), true), downloadsOf(pageIn('none'), false)]).toEqual(['likely', 'none']);
  });

  it('in a frame: it arrives unless the frame is sandboxed against it, or may not be looked into', () => {
    const of = (frame: Parameters<typeof pageIn>[0]) => downloadsOf(pageIn(frame), true);
    expect(of({ sandbox: null })).toBe('sure');
    expect(of({ sandbox: 'allow-scripts allow-downloads' })).toBe('sure');
    expect(of({ sandbox: 'allow-scripts allow-same-origin' })).toBe('none');
    expect(of('foreign')).toBe('none');
  });

  it('is none where the browser knows no downloads', () => {
    vi.stubGlobal('HTMLAnchorElement', { prototype: {} });
    expect(downloadsOf(pageIn({ sandbox: null }), true)).toBe('none');
  });
});
