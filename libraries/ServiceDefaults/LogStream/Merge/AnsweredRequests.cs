using System.Runtime.InteropServices;
using System.Security.Cryptography;
using MonitoringDemo.InferenceLog;

namespace MonitoringDemo.ServiceDefaults.LogStream.Merge;

/// <summary>The last named requests of all logs, so that one which two of them answered counts once. Not thread-safe.</summary>
internal sealed class AnsweredRequests(int capacity = AnsweredRequests.Remembered)
{
    /// <summary>How many are remembered.</summary>
    public const int Remembered = 100_000;

    private readonly Dictionary<string, (long Row, int Count, UInt128 Asked)> _answers = new(StringComparer.Ordinal);
    private readonly Queue<string> _oldestFirst = new();

    /// <param name="batch">What was answered.</param>
    /// <param name="at">Its first row in the merged log.</param>
    public void Add(PredictionBatch batch, long at)
    {
        if (batch.RequestId is not { } id) return;
        if (!_answers.ContainsKey(id)) _oldestFirst.Enqueue(id);
        _answers[id] = (at, batch.Count, Digest(batch));
        if (_oldestFirst.Count > capacity) _answers.Remove(_oldestFirst.Dequeue());
    }

    /// <summary>Finds where a request was answered before. One of the same name that asks for other rows is another request.</summary>
    public bool TryFind(PredictionBatch batch, out long at)
    {
        at = -1;
        if (batch.RequestId is not { } id || !_answers.TryGetValue(id, out var answer) || answer.Count != batch.Count || answer.Asked != Digest(batch)) return false;
        at = answer.Row;
        return true;
    }

    private static UInt128 Digest(PredictionBatch batch) => MemoryMarshal.Read<UInt128>(SHA256.HashData(MemoryMarshal.AsBytes(batch.Features.AsSpan())));
}
