from dataclasses import dataclass, field
from typing import Any


@dataclass
class Rule:
    min: Any = None
    max: Any = None
    allowed: Any = None
    required: bool = False

    def problems(self, cell):
        if cell is None or cell != cell:
            return (1, 0, 0, int(self.required))
        out = 0
        if self.min is not None or self.max is not None:
            if isinstance(cell, str):
                out = 1
            elif self.min is not None and cell < self.min:
                out = 1
            elif self.max is not None and cell > self.max:
                out = 1
        bad = int(self.allowed is not None and all(cell != a for a in self.allowed))
        return (0, out, bad, int(out or bad))


def quality_report(df, rules):
    result = {}
    for name in df.columns:
        rule = Rule(**rules.get(name, {}))
        totals = [0, 0, 0, 0]
        for cell in df[name].tolist():
            totals = [a + b for a, b in zip(totals, rule.problems(cell))]
        totals[3] = totals[3] / len(df) if len(df) else 0.0
        result[name] = totals
    report = pd.DataFrame(list(result.values()), index=list(result), columns=["missing", "out_of_range", "not_allowed", "share_bad"])
    return report.astype({"missing": "int64", "out_of_range": "int64", "not_allowed": "int64", "share_bad": "float64"})
