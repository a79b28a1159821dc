namespace MonitoringDemo.Demo.Cases;

/// <summary>The case studies there are.</summary>
internal static class CaseCatalog
{
    public static IReadOnlyList<ICaseStudy> All { get; } = [new PaymentFraud(), new HospitalDiagnosis(), new ShopRecommendations(), new BenefitClaims()];

    /// <exception cref="UnusableInputException">There is none of that name; the message lists them.</exception>
    public static ICaseStudy Find(string name) => All.FirstOrDefault(study => study.Name == name)
        ?? throw new UnusableInputException($"No case study '{name}'; there are {string.Join(", ", All.Select(study => study.Name))}.");
}
