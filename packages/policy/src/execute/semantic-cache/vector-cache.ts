import type { Pairs } from '../../ports.ts';

/** An answer of a model, kept under what it answered. */
export interface CachedAnswer {
  /** Embedding of the prompt. */
  readonly vector: readonly number[];
  /** Milliseconds since the epoch. */
  readonly until: number;
  readonly status: number;
  readonly reason: string;
  readonly headers: Pairs;
  readonly body: Uint8Array;
}

/** An external cache that finds answers by the likeness of prompts: Redis with RediSearch. */
export interface VectorCache {
  /** What is kept in a partition and has not ended. */
  answers(partition: string, now: number): readonly CachedAnswer[];
  add(partition: string, answer: CachedAnswer): void;
}

/** A vector cache in memory. */
export class MemoryVectorCache implements VectorCache {
  readonly #partitions = new Map<string, readonly CachedAnswer[]>();

  answers(partition: string, now: number): readonly CachedAnswer[] {
    return (this.#partitions.get(partition) ?? []).filter(({ until }) => until > now);
  }

  add(partition: string, answer: CachedAnswer): void {
    this.#partitions.set(partition, [...(this.#partitions.get(partition) ?? []), answer]);
  }
}

/** 0 for prompts that mean the same, 1 for those that have nothing in common: one less the cosine of the angle. */
export function distance(left: readonly number[], right: readonly number[]): number {
  const dot = left.reduce((sum, value, index) => sum + value * (right[index] ?? 0), 0);
  const lengths = Math.hypot(...left) * Math.hypot(...right);
  return lengths === 0 ? 1 : 1 - dot / lengths;
}
