using System.Collections.Concurrent;
using System.Net.Sockets;

namespace MonitoringDemo.Releases.Load;

/// <summary>Sends so many requests a second over some connections, or as many as are answered, some of them twice, and reports outcomes some songs later.</summary>
internal sealed class SteadyLoad(int port, SongStream songs, double perSecond, TimeProvider time)
{
    private const int Connections = 16, RepeatEvery = 97, OutcomesAfter = 200, MostOutcomes = 1_000;
    private static readonly TimeSpan _between = TimeSpan.FromMilliseconds(50);
    private readonly ConcurrentQueue<Answer> _toReport = new();
    private readonly List<Answer> _answers = new(1 << 20);
    private readonly Lock _gate = new();
    private int _next = -1;
    private int _failed, _repeated, _otherAnswers;

    /// <summary>What was acknowledged.</summary>
    public IReadOnlyList<Answer> Answers => _answers;

    /// <summary>Requests that were not answered with 200, or not at all; also reports of outcomes.</summary>
    public int Failed => _failed;

    /// <summary>The first of those, in words.</summary>
    public string? FirstFailure { get; private set; }

    /// <summary>Requests that were sent a second time under the same name.</summary>
    public int Repeated => _repeated;

    /// <summary>Of those, the ones whose second answer was not the first.</summary>
    public int OtherAnswers => _otherAnswers;

    public async Task RunAsync(CancellationToken enough)
    {
        var began = time.GetTimestamp();
        await Task.WhenAll([.. Enumerable.Range(0, Connections).Select(_ => Task.Run(() => AskAsync(began, enough), CancellationToken.None)), Task.Run(() => ReportAsync(enough), CancellationToken.None)]);
    }

    private async Task AskAsync(long began, CancellationToken enough)
    {
        using var caller = new Caller(port);
        while (!enough.IsCancellationRequested)
        {
            var number = Interlocked.Increment(ref _next);
            var (body, label) = songs.Request(number);
            var early = TimeSpan.FromSeconds(number / perSecond) - time.GetElapsedTime(began);
            if (early > TimeSpan.FromMilliseconds(1)) await Task.Delay(early, time, CancellationToken.None);
            try
            {
                var sent = time.GetTimestamp();
                var (status, answered) = await caller.PostAsync("/v1/predictions", body);
                var ticks = time.GetTimestamp() - sent;
                if (status != 200)
                {
                    Fail($"{status}: {System.Text.Encoding.UTF8.GetString(answered.Span)}");
                    continue;
                }

                var (id, version) = Answer.Read(answered.Span);
                var answer = new Answer(number, id, version, label, ticks);
                lock (_gate) _answers.Add(answer);
                _toReport.Enqueue(answer);
                if (number % RepeatEvery == 0) await RepeatAsync(caller, body, answered.ToArray());
            }
            catch (Exception e) when (e is IOException or SocketException)
            {
                Fail(e.Message);
            }
        }
    }

    private async Task RepeatAsync(Caller caller, byte[] body, byte[] first)
    {
        Interlocked.Increment(ref _repeated);
        var (status, again) = await caller.PostAsync("/v1/predictions", body);
        if (status != 200 || !again.Span.SequenceEqual(first)) Interlocked.Increment(ref _otherAnswers);
    }

    private async Task ReportAsync(CancellationToken enough)
    {
        using var caller = new Caller(port);
        while (!enough.IsCancellationRequested)
        {
            await Task.Delay(_between, time, CancellationToken.None);
            while (_toReport.Count > OutcomesAfter)
            {
                var batch = new List<string>(MostOutcomes);
                while (batch.Count < MostOutcomes && _toReport.Count > OutcomesAfter && _toReport.TryDequeue(out var answer))
                    batch.Add(FormattableString.Invariant($"{{\"id\":\"p-{answer.Id}\",\"label\":{answer.Label}}}"));
                var (status, said) = await caller.PostAsync("/v1/outcomes", System.Text.Encoding.ASCII.GetBytes($"{{\"outcomes\":[{string.Join(',', batch)}]}}"));
                if (status != 200) Fail($"{status}: {System.Text.Encoding.UTF8.GetString(said.Span)}");
            }
        }
    }

    private void Fail(string why)
    {
        if (Interlocked.Increment(ref _failed) == 1) FirstFailure = why;
    }
}
