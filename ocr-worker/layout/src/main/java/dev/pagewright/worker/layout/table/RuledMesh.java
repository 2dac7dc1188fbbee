package dev.pagewright.worker.layout.table;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Rules that cross or touch each other: what may be the lattice of one table. */
record RuledMesh(List<RuledLine> horizontal, List<RuledLine> vertical) {

    /** @return meshes of four rules or more, in the order of their first rules */
    static List<RuledMesh> of(RuledLines rules) {
        List<RuledLine> horizontal = rules.horizontal();
        List<RuledLine> vertical = rules.vertical();
        var sets = new UnionFind(horizontal.size() + vertical.size());
        for (int v = 0; v < vertical.size(); v++) {
            RuledLine upright = vertical.get(v);
            for (int h = 0; h < horizontal.size(); h++) {
                RuledLine level = horizontal.get(h);
                if (level.covers(upright.at(), 2 * rules.slack()) && upright.covers(level.at(), 2 * rules.slack())) {
                    sets.union(h, horizontal.size() + v);
                }
            }
        }
        Map<Integer, RuledMesh> meshes = new LinkedHashMap<>();
        for (int h = 0; h < horizontal.size(); h++) {
            mesh(meshes, sets.find(h)).horizontal.add(horizontal.get(h));
        }
        for (int v = 0; v < vertical.size(); v++) {
            mesh(meshes, sets.find(horizontal.size() + v)).vertical.add(vertical.get(v));
        }
        return meshes.values().stream()
                .filter(mesh -> !mesh.horizontal.isEmpty()
                        && !mesh.vertical.isEmpty()
                        && mesh.horizontal.size() + mesh.vertical.size() >= 4)
                .toList();
    }

    private static RuledMesh mesh(Map<Integer, RuledMesh> meshes, int set) {
        return meshes.computeIfAbsent(set, key -> new RuledMesh(new ArrayList<>(), new ArrayList<>()));
    }

    double left() {
        return Math.min(
                horizontal.stream().mapToDouble(RuledLine::from).min().orElse(Double.MAX_VALUE),
                vertical.stream().mapToDouble(RuledLine::at).min().orElse(Double.MAX_VALUE));
    }

    double right() {
        return Math.max(
                horizontal.stream().mapToDouble(RuledLine::to).max().orElse(-Double.MAX_VALUE),
                vertical.stream().mapToDouble(RuledLine::at).max().orElse(-Double.MAX_VALUE));
    }

    double top() {
        return Math.min(
                vertical.stream().mapToDouble(RuledLine::from).min().orElse(Double.MAX_VALUE),
                horizontal.stream().mapToDouble(RuledLine::at).min().orElse(Double.MAX_VALUE));
    }

    double bottom() {
        return Math.max(
                vertical.stream().mapToDouble(RuledLine::to).max().orElse(-Double.MAX_VALUE),
                horizontal.stream().mapToDouble(RuledLine::at).max().orElse(-Double.MAX_VALUE));
    }
}
