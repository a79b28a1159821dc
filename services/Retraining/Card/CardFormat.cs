namespace MonitoringDemo.Retraining.Card;

/// <summary>How a model card is written.</summary>
public enum CardFormat
{
    /// <summary>One page that needs nothing else.</summary>
    Html,

    /// <summary>For a repository or a wiki: headings, paragraphs and pipe tables.</summary>
    Markdown,
}
