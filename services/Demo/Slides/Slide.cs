namespace MonitoringDemo.Demo.Slides;

/// <summary>One slide of a deck.</summary>
/// <param name="Line">Where it begins in the file, from 1.</param>
/// <param name="Markdown">What is shown.</param>
/// <param name="Notes">What the speaker says, as Markdown; empty for nothing.</param>
internal sealed record Slide(int Line, string Markdown, string Notes);
