def verify_subset_sum(numbers, target, certificate):
    """Say whether a certificate proves that some of the numbers add up to the target."""
    return (
        len(set(certificate)) == len(certificate)
        and all(0 <= i < len(numbers) for i in certificate)
        and sum(numbers[i] for i in certificate) == target
    )
