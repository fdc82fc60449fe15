def to_long(df, id_cols, year_cols, value):
    long = pd.concat([df[id_cols]] * len(year_cols), ignore_index=True)
    long["year"] = [int(y) for y in sorted(year_cols) for _ in range(len(df))]
    long[value] = np.concatenate([df[y].to_numpy(float) for y in year_cols])
    return long

import numpy as np
