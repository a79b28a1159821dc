using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using MonitoringDemo.Inference.Explain;
using MonitoringDemo.Inference.Predict;
using MonitoringDemo.Inference.Requests;
using MonitoringDemo.Inference.Serving;
using MonitoringDemo.InferenceLog;
using MonitoringDemo.Learning.Explanation;
using MonitoringDemo.Learning.Schema;
using MonitoringDemo.Messages.Retraining;

namespace MonitoringDemo.Inference.Tests.Predict;

/// <summary>Explaining a thousand rows takes seconds: nobody explains them to a caller who has left.</summary>
public sealed class LeavingCallerTests : IDisposable
{
    private readonly CancellationTokenSource _caller = new();

    public void Dispose() => _caller.Dispose();

    [Fact]
    public void No_row_is_explained_after_the_caller_has_left()
    {
        var model = new LeftInTheMiddle(_caller, afterRows: 3);
        var served = new ServedModel(new ModelReference(1, "00", model.Algorithm, 0, 10), model, 0);
        var snapshot = new ServingSnapshot(new ReleaseChanged("hits", "s", 1, 0, served.Reference, null, ReleaseStages.Promoted, "for the test"), 0, served, null, served);
        var explanations = new Explanations(snapshot, 1, new double[1_000], _caller.Token);

        var write = () => AnswerWriter.Write(new Workspace(), "hits", 1, 0, new double[1_000], explanations);

        write.ShouldThrow<OperationCanceledException>();
        model.Explained.ShouldBe(3);
    }

    [Theory]
    [InlineData("?explain=true", false)]
    [InlineData("", true)]
    public async Task The_caller_of_a_request_is_the_one_who_is_asked(string query, bool answered)
    {
        await using var house = await InferenceHouse.ServingAsync();
        using var answer = new MemoryStream();
        var context = new DefaultHttpContext { RequestAborted = _caller.Token };
        context.Request.QueryString = new QueryString(query);
        context.Request.ContentType = "application/json";
        context.Request.Body = new LeftWhenRead(Encoding.UTF8.GetBytes(SongWorld.Request(3, out _)), _caller);
        context.Response.Body = new DeafTo(answer);

        var error = await Record.ExceptionAsync(() => house.Services.GetRequiredService<PredictSongs>().HandleAsync(context));

        (error is OperationCanceledException).ShouldBe(!answered);
        (answer.Length > 0).ShouldBe(answered);
        house.ReadLog().OfType<PredictionBatch>().ShouldHaveSingleItem().Count.ShouldBe(3);
    }

    private sealed class LeftInTheMiddle(CancellationTokenSource caller, int afterRows) : IExplainableModel
    {
        public int Explained { get; private set; }

        public string Algorithm => "slow";

        public FeatureSchema Schema { get; } = new([new Feature("tempo", FeatureKind.Numeric, [])], "hit");

        public double Explain(ReadOnlySpan<double> row, Span<double> contributions)
        {
            if (++Explained == afterRows) caller.Cancel();
            return 0;
        }

        public double Score(ReadOnlySpan<double> row) => throw new NotSupportedException();

        public void Score(ReadOnlySpan<double> rows, Span<double> scores) => throw new NotSupportedException();

        public byte[] ToArtifact() => throw new NotSupportedException();
    }

    private sealed class LeftWhenRead(byte[] body, CancellationTokenSource caller) : MemoryStream(body)
    {
        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            var read = await base.ReadAsync(buffer, CancellationToken.None);
            if (read == 0) await caller.CancelAsync();
            return read;
        }
    }

    /// <summary>Takes an answer also when nobody waits for it, to show whether one was written.</summary>
    private sealed class DeafTo(MemoryStream answer) : MemoryStream
    {
        public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default) =>
            answer.WriteAsync(buffer, CancellationToken.None);
    }
}
