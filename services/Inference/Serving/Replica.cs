using MonitoringDemo.InferenceLog;
using MonitoringDemo.ServiceDefaults.LogStream;

namespace MonitoringDemo.Inference.Serving;

/// <summary>Who this process is among those that serve the same model. The name and the number live with its log: a process that takes the data of another over is that one.</summary>
/// <param name="Instance">The name under which it signs its events.</param>
/// <param name="FirstId">The number in the id of the prediction of row 0; 0 where there is one log, in which a row needs no other name.</param>
internal sealed record Replica(string Instance, long FirstId)
{
    /// <summary>Whether others may serve beside it.</summary>
    public bool IsOneOfMany => FirstId > 0;

    /// <param name="log">The log that it writes.</param>
    /// <param name="options">A name that is set there is kept.</param>
    /// <param name="isShipped">Whether the log travels, so that others can write one as well.</param>
    public static Replica Of(IInferenceLog log, InferenceOptions options, bool isShipped)
    {
        if (!isShipped) return new Replica(options.Instance ?? InferenceOptions.OnlyInstance, 0);
        var name = LogStreamExtensions.NameOf(log);
        return new Replica(options.Instance ?? FormattableString.Invariant($"inference-{PredictionIds.NumberOf(name)}"), PredictionIds.FirstOf(name));
    }

    /// <summary>The row of this process's own log that an id names; null when it names one of another's.</summary>
    public long? RowOf(long id) => PredictionIds.Split(id) is var (number, row) && number == PredictionIds.Split(FirstId).Number ? row : null;
}
