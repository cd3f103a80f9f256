/**
 * The places of a column from the smallest number up, an earlier place first among equals; only as many as are asked for are put
 * in order (a heap).
 */
export function* inOrder(numbers: Float64Array, count: number): Generator<number, void> {
  const heap = Int32Array.from({ length: count }, (_, at) => at);
  const before = (a: number, b: number) => {
    const left = numbers[heap[a] ?? 0] ?? 0;
    const right = numbers[heap[b] ?? 0] ?? 0;
    return left < right || (left === right && (heap[a] ?? 0) < (heap[b] ?? 0));
  };
  const sink = (from: number, size: number) => {
    for (let at = from; ;) {
      let least = at;
      for (let child = 2 * at + 1; child <= 2 * at + 2; child++)
        if (child < size && before(child, least)) least = child;
      if (least === at) return;
      const moved = heap[at] ?? 0;
      heap[at] = heap[least] ?? 0;
      heap[least] = moved;
      at = least;
    }
  };
  for (let at = Math.floor(count / 2) - 1; at >= 0; at--) sink(at, count);
  for (let size = count; size > 0; size--) {
    const top = heap[0] ?? 0;
    heap[0] = heap[size - 1] ?? 0;
    sink(0, size - 1);
    yield top;
  }
}
