using System.Globalization;

namespace MonitoringDemo.Throughput.Stream;

/// <summary>What a run measured, carried over to many models and many rows by the rule of three: nothing here is simulated, and nothing gets cheaper by being many.</summary>
/// <param name="Processors">Of this machine.</param>
/// <param name="Fleet">Rows a second from request to both readers, on all of it.</param>
/// <param name="Carried">Rows a second from a log into two copies, on all of it.</param>
/// <param name="RowBytes">Of a row with its outcome, in a log.</param>
/// <param name="StreamBytes">Of the same on the broker's disk.</param>
/// <param name="FleetMemory">Of six services of one model, in bytes.</param>
/// <param name="FleetConnections">Of six services of one model to the broker.</param>
internal sealed record ScalePlan(int Processors, double Fleet, double Carried, double RowBytes, double StreamBytes, double FleetMemory, int FleetConnections)
{
    private const double StreamLimit = 8_589_934_592;
    private const double LogLimit = 512 << 20;
    private const int Readers = 2;

    /// <param name="models">Each with a fleet of its own.</param>
    /// <param name="rows">A second, of all of them.</param>
    public string Table(int models, double rows) => string.Create(CultureInfo.InvariantCulture, $"""
        {models:N0} models, {rows:N0} rows a second in all, {rows / models:N0} each:

        | what | of one here | needed |
        |---|---|---|
        | processors, from request to both readers | {Fleet / Processors:N0} rows a second | {Math.Ceiling(rows * Processors / Fleet):N0} |
        | processors for the stream alone, log to two copies | {Carried / Processors:N0} rows a second | {Math.Ceiling(rows * Processors / Carried):N0} |
        | machines such as this one as brokers, each with streams of its own | {Carried:N0} rows a second | {Math.Ceiling(rows / Carried):N0} |
        | bytes a second into the brokers | {StreamBytes:N0} a row | {rows * StreamBytes / 1e6:N0} MB |
        | bytes a second out of them, to {Readers} readers | | {rows * StreamBytes * Readers / 1e6:N0} MB |
        | until a stream of 8 GiB drops its first row, a stream a model | {StreamBytes:N0} bytes a row | {StreamLimit / StreamBytes / (rows / models) / 3600:0.0} hours |
        | the same, one stream for all | | {StreamLimit / StreamBytes / rows / 60:0.0} minutes |
        | until a copy of 512 MiB drops its first row | {RowBytes:N0} bytes a row | {LogLimit / RowBytes / (rows / models) / 60:0} minutes |
        | disk for streams, and for three copies of each log | | {models * (StreamLimit + (3 * LogLimit)) / 1e12:0.0} TB |
        | memory of the services | {FleetMemory / 1e6:N0} MB | {models * FleetMemory / 1e9:N0} GB |
        | connections to the brokers | {FleetConnections} | {models * FleetConnections:N0} |
        | leases asked for, a second, where detection has a stand-by | 2 | {models * 2:N0} |
        """);
}
