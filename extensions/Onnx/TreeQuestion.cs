namespace MonitoringDemo.Onnx;

/// <summary>A node of a tree as ONNX holds it: what is asked of a feature, and where the answers lead.</summary>
/// <param name="Feature">The column asked for.</param>
/// <param name="Mode">What is asked.</param>
/// <param name="Split">What the value is compared with.</param>
/// <param name="MissingIsTrue">Whether NaN counts as yes.</param>
/// <param name="True">Where yes leads.</param>
/// <param name="False">Where no leads.</param>
internal sealed record TreeQuestion(int Feature, TreeQuestion.Comparison Mode, double Split, bool MissingIsTrue, TreeQuestion.Place True, TreeQuestion.Place False)
{
    /// <summary>The numbers of <c>nodes_modes</c> that are used here.</summary>
    internal enum Comparison : byte
    {
        AtMost = 0,
        Below = 1,
        Member = 6,
    }

    /// <summary>An index among the leaves or among the nodes.</summary>
    internal readonly record struct Place(long Index, bool IsLeaf);
}
