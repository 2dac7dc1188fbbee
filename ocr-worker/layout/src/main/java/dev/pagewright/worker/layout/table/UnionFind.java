package dev.pagewright.worker.layout.table;

/** Disjoint sets of 0 to n - 1. */
final class UnionFind {

    private final int[] parents;

    UnionFind(int size) {
        parents = new int[size];
        for (int i = 0; i < size; i++) {
            parents[i] = i;
        }
    }

    int find(int element) {
        int root = element;
        while (parents[root] != root) {
            parents[root] = parents[parents[root]];
            root = parents[root];
        }
        return root;
    }

    /** @return whether they were apart */
    boolean union(int a, int b) {
        int first = find(a);
        int second = find(b);
        parents[Math.max(first, second)] = Math.min(first, second);
        return first != second;
    }
}
