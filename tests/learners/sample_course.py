"""The course as it is planned, all 175 exercises of it: what the tracker has to cope with in the end.

An exercise here is a name and its stars; which skills it shows comes from the plans in `skills.toml` and from
the headers of the exercises that exist, so both together are the whole course at any time.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from course.roles_views import read_roles
from course.skills import Skill, read_levels, read_skill_fields, read_skills
from course.syllabus import Syllabus, read_plan, read_syllabus

if TYPE_CHECKING:
    from course.mastery import Graded

PLAN = {
    "00_start_here": "clip_to_range*1 predict_views*1 diff_stats*3 merge_base*2",
    "01_data_wrangling_sql_viz": (
        "to_long*2 checked_left_join*2 impute_group_median*2 past_mean*3 top_customers_sql*2 "
        "find_user*1 monthly_rank_sql*3 labelled_hist*2 read_export*2 parse_mixed_dates*2 "
        "dedupe_latest*2 quality_report*2 first_model*2"
    ),
    "02_linear_algebra_numpy": (
        "pairwise_sq_dists*2 standardize_columns*1 residuals*1 project*2 orthonormal_basis*3 "
        "power_iteration*2 pca*3 low_rank*2 bilinear_forms*2"
    ),
    "03_gradient_descent": (
        "numerical_gradient*2 mse_gradient*2 descend*1 largest_stable_lr*2 minibatches*1 "
        "sgd_regression*3 adam_step*2 logistic_loss_grad*3"
    ),
    "04_probability_bayes": (
        "binomial_pmf*2 normal_between*1 sample_discrete*2 posterior*2 beta_update*2 fit_normal*1 "
        "monte_carlo*2 nb_log_posterior*3 expected_max_uniform*1"
    ),
    "05_statistics_inference": (
        "describe*1 bootstrap_ci*2 permutation_pvalue*3 welch_t*2 anova*3 correlations*2 "
        "benjamini_hochberg*2 ab_sample_size*2 simpson_reversal*2"
    ),
    "06_cs_foundations": (
        "is_balanced*1 RingBuffer*2 lower_bound*2 merge_sort*2 top_k*2 flat_index*2 "
        "verify_subset_sum*1 knapsack*3 vertex_cover_2approx*2 cache_misses*2"
    ),
    "07_regression": (
        "regression_errors*1 ols*2 ridge*2 choose_degree*3 lasso_cd*3 leverage*2 "
        "prediction_interval*3 huber*2"
    ),
    "08_classification": (
        "log_loss*2 softmax*2 confusion*1 f_scores*2 knn_predict*2 fit_logistic*3 best_threshold*2 "
        "calibration_error*3 majority_baseline*1"
    ),
    "09_evaluation_cross_validation": (
        "split_indices*2 kfold*2 forward_folds*3 group_kfold*3 cross_validate*2 "
        "honest_selection_score*3 roc_auc*3 average_precision*3 bias_variance*3 nested_cv*3"
    ),
    "10_features_pipelines": (
        "standardizer*2 median_imputer*2 one_hot*2 target_encode_oof*3 build_pipeline*2 cyclic*1 "
        "permutation_importance*2 usable_features*2"
    ),
    "11_ensembles_search": (
        "information_gain*1 best_split*3 bootstrap*1 oob_score*3 boost*3 random_search*2 "
        "successive_halving*3 genetic_minimize*3 stacking_features*3"
    ),
    "12_unsupervised": (
        "kmeans*3 kmeans_pp*2 silhouette*3 adjusted_rand*2 em_gaussian_1d*3 pca_anomaly*2 recommend*2 "
        "dbscan*3"
    ),
    "13_neural_networks": (
        "value*3 linear_backward*2 softmax_xent*2 he_init*1 batchnorm*3 dropout*2 train_mlp*3 early_stop*1"
    ),
    "14_frameworks": (
        "mlp*2 train_epoch*2 evaluate*1 huber_function*3 keras_classifier*2 input_pipeline*2 "
        "save_and_reload*1 daily_totals*2 mllib_pipeline*3 same_coefficients*3"
    ),
    "15_vision_language": (
        "conv2d*3 max_pool*2 receptive_field*2 random_shift*1 bpe_train*3 tfidf*2 attention*3 "
        "perplexity*2 word_error_rate*2"
    ),
    "16_graphical_models_rl": (
        "joint*2 query*3 d_separated*3 hmm_loglik*3 viterbi*3 value_iteration*3 evaluate_policy*2 "
        "q_learning*3"
    ),
    "17_engineering_interfaces": (
        "next_version*1 validate*2 cost_threshold_classifier*3 handle_predict*3 retry*2 test_median*3 "
        "run_id*2 prediction_store*3"
    ),
    "18_ml_systems_scale": (
        "merge_stats*3 streaming_ols*3 psi*2 cusum_alarm*3 parity_report*2 as_of_join*3 plan*2 "
        "merge_percentile*2 canary*3"
    ),
    "19_responsible_ml_leadership": (
        "fairness*2 thresholds_for_tpr*3 k_anonymity*1 private_count*2 net_value*2 critical_path*3 "
        "jargon*2 corrected_resampled_t*3 skill_gap*2"
    ),
}
"""Names and stars of the exercises, by module folder."""
MINUTES = (0, 10, 15, 30)


@dataclass(frozen=True)
class SampleTask:
    """As much of an exercise as the tracker asks for."""

    id: str
    module: str
    number: int
    stars: int
    skills: tuple[str, ...]
    was: tuple[str, ...] = ()

    @property
    def title(self) -> str:
        """The name in words."""
        return self.id.replace("_", " ").capitalize()

    @property
    def label(self) -> str:
        """Module and number, such as `2.4`."""
        return f"{int(self.module[:2])}.{self.number}"

    @property
    def points(self) -> int:
        """Two for each star."""
        return 2 * self.stars

    @property
    def minutes(self) -> int:
        """What an exercise of so many stars takes."""
        return MINUTES[self.stars]


@cache
def whole_course() -> Syllabus:
    """Return the course as if every module and capstone were written."""
    skills, levels, modules = read_skills(), read_levels(), read_plan()
    names = {module.number: module.name for module in modules}
    return Syllabus(
        tasks=_tasks(skills, read_syllabus().tasks),
        titles={slug: names[int(slug[:2])] for slug in PLAN},
        modules=modules,
        fields=read_skill_fields(),
        skills=skills,
        levels=levels,
        roles=read_roles(),
        capstones=frozenset(level.capstone for level in levels),
    )


def _tasks(skills: tuple[Skill, ...], written: tuple[Graded, ...]) -> tuple[SampleTask, ...]:
    headers = {task.id: task.skills for task in written}
    found = []
    for slug, text in PLAN.items():
        for number, (name, stars) in enumerate(re.findall(r"(\w+)\*(\d)", text), 1):
            labels = {f"M{slug[:2]}", f"M{slug[:2]}.{number}"}
            planned = tuple(skill.id for skill in skills if labels & {*skill.planned})
            own = tuple(name for name in planned if _is_named(labels, skills, name))
            shown = dict.fromkeys((*headers.get(name, ()), *own, *planned))
            found.append(SampleTask(name, slug, number, int(stars), tuple(shown)))
    return tuple(found)


def _is_named(labels: set[str], skills: tuple[Skill, ...], name: str) -> bool:
    """Whether a plan names this very exercise, and not only its module."""
    plan = next(skill.planned for skill in skills if skill.id == name)
    return any("." in label for label in labels & {*plan})
