namespace MonitoringDemo.Retraining.Card;

/// <summary>What only people can say about a model; it stands on the card of every version. In the section <c>Retraining</c>.</summary>
public sealed class CardOptions
{
    /// <summary>What the model is for, and who acts on its answers.</summary>
    public string? IntendedUse { get; set; }

    /// <summary>What it must not be used for, and what is known to go wrong.</summary>
    public string? KnownLimits { get; set; }

    /// <summary>Where the rows come from, who consented to what, and on what legal ground they are used.</summary>
    public string? DataNote { get; set; }

    /// <summary>Whom to ask.</summary>
    public string? ModelOwner { get; set; }

    /// <summary>Features, separated by commas, whose groups must not be treated otherwise without a reason: their answers are compared.</summary>
    public string? SensitiveFeatures { get; set; }

    /// <summary>The names in <see cref="SensitiveFeatures"/>.</summary>
    internal IReadOnlyList<string> Sensitive => (SensitiveFeatures ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
