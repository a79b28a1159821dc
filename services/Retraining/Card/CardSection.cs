namespace MonitoringDemo.Retraining.Card;

/// <summary>A part of a model card: sentences, then tables.</summary>
/// <param name="Title">What it is about.</param>
/// <param name="Sentences">Paragraphs of plain text.</param>
/// <param name="Tables">May be empty.</param>
internal sealed record CardSection(string Title, IReadOnlyList<string> Sentences, params IReadOnlyList<CardTable> Tables);
