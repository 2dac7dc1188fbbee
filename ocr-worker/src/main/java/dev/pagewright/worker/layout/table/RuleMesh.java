package dev.pagewright.worker.layout.table;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Rules that cross or touch each other: what may be the lattice of one table. */
record RuleMesh(List<Rule> horizontal, List<Rule> vertical) {

    /** @return meshes of four rules or more, in the order of their first rules */
    static List<RuleMesh> of(Rules rules) {
        List<Rule> horizontal = rules.horizontal();
        List<Rule> vertical = rules.vertical();
        var sets = new UnionFind(horizontal.size() + vertical.size());
        for (int v = 0; v < vertical.size(); v++) {
            Rule upright = vertical.get(v);
            for (int h = 0; h < horizontal.size(); h++) {
                Rule level = horizontal.get(h);
                if (level.covers(upright.at(), 2 * rules.slack()) && upright.covers(level.at(), 2 * rules.slack())) {
                    sets.union(h, horizontal.size() + v);
                }
            }
        }
        Map<Integer, RuleMesh> meshes = new LinkedHashMap<>();
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

    private static RuleMesh mesh(Map<Integer, RuleMesh> meshes, int set) {
        return meshes.computeIfAbsent(set, key -> new RuleMesh(new ArrayList<>(), new ArrayList<>()));
    }

    double left() {
        return Math.min(
                horizontal.stream().mapToDouble(Rule::from).min().orElse(Double.MAX_VALUE),
                vertical.stream().mapToDouble(Rule::at).min().orElse(Double.MAX_VALUE));
    }

    double right() {
        return Math.max(
                horizontal.stream().mapToDouble(Rule::to).max().orElse(-Double.MAX_VALUE),
                vertical.stream().mapToDouble(Rule::at).max().orElse(-Double.MAX_VALUE));
    }

    double top() {
        return Math.min(
                vertical.stream().mapToDouble(Rule::from).min().orElse(Double.MAX_VALUE),
                horizontal.stream().mapToDouble(Rule::at).min().orElse(Double.MAX_VALUE));
    }

    double bottom() {
        return Math.max(
                vertical.stream().mapToDouble(Rule::to).max().orElse(-Double.MAX_VALUE),
                horizontal.stream().mapToDouble(Rule::at).max().orElse(-Double.MAX_VALUE));
    }
}
