using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace MonitoringDemo.Inference.Requests;

/// <summary>The buffers of one request, used again for the next one.</summary>
internal sealed class Workspace
{
    private const int KeptBodyBytes = 1 << 20;
    private const int KeptValues = 1 << 16;
    private byte[] _body = new byte[64 << 10];
    private double[] _features = [];
    private double[] _scores = [];
    private long[] _times = [];
    private int _timesRead;

    // Answers are JSON and never part of a page, so that a plus may stay a plus for those who read them in a terminal.
    public Workspace() => Json = new Utf8JsonWriter(Answer, new JsonWriterOptions { SkipValidation = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });

    public int BodyLength { get; set; }

    public ReadOnlySpan<byte> Body => _body.AsSpan(0, BodyLength);

    public Memory<byte> FreeBody => _body.AsMemory(BodyLength);

    /// <summary>Rows parsed so far.</summary>
    public int Rows { get; set; }

    /// <summary>The version that gave the answer.</summary>
    public int AnsweredBy { get; set; }

    public ArrayBufferWriter<byte> Answer { get; } = new(64 << 10);

    public Utf8JsonWriter Json { get; }

    public void MakeRoomForBody(int bytes)
    {
        if (bytes > _body.Length) Array.Resize(ref _body, Math.Max(bytes, 2 * _body.Length));
    }

    /// <summary>Room for the row that comes next.</summary>
    public Span<double> NextRow(int featureCount)
    {
        var from = Rows * featureCount;
        if (from + featureCount > _features.Length) Array.Resize(ref _features, Math.Max(64 * featureCount, 2 * _features.Length));
        return _features.AsSpan(from, featureCount);
    }

    public ReadOnlySpan<double> Features(int featureCount) => _features.AsSpan(0, Rows * featureCount);

    /// <summary>When the rows happened, as far as it was read; empty when the request does not say.</summary>
    public ReadOnlySpan<long> EventTimes => _times.AsSpan(0, _timesRead);

    public void Add(long eventTime)
    {
        if (_timesRead == _times.Length) Array.Resize(ref _times, Math.Max(64, 2 * _times.Length));
        _times[_timesRead++] = eventTime;
    }

    /// <summary>Room for the scores of one of the three roles.</summary>
    public Span<double> Scores(int role)
    {
        if (_scores.Length < 3 * Rows) _scores = new double[3 * Rows];
        return _scores.AsSpan(role * Rows, Rows);
    }

    /// <summary>Sends the answer that was written.</summary>
    public async Task SendAsync(HttpContext context)
    {
        var answer = Answer.WrittenMemory;
        context.Response.ContentType = "application/json; charset=utf-8";
        context.Response.ContentLength = answer.Length;
        await context.Response.Body.WriteAsync(answer, context.RequestAborted);
    }

    /// <summary>Forgets what was read of the body, and keeps the body.</summary>
    public void ForgetRows() => (Rows, _timesRead) = (0, 0);

    /// <summary>Made ready for another request; false when it has grown too large to keep.</summary>
    public bool Reset()
    {
        (Rows, BodyLength, _timesRead) = (0, 0, 0);
        Answer.ResetWrittenCount();
        Json.Reset();
        return _body.Length <= KeptBodyBytes && _features.Length <= KeptValues;
    }
}
