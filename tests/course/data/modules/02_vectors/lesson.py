# %% [markdown]
# # Vectors you can run
#
# A vector is a list of numbers that stand together.

# %%
import numpy as np

# %time np.arange(3) * 2

# %% [markdown]
# ## Predict

# %% tags=["predict"]
np.arange(3) * 2

# %% [markdown]
# ## Predict

# %% name="the last word"
print("done")
