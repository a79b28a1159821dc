using MonitoringDemo.EndToEnd.Tests.Processes;

namespace MonitoringDemo.PostgreSql.Tests;

/// <summary>Tests that share one server, each with a database of its own.</summary>
[CollectionDefinition(Name)]
public sealed class DatabaseGroup : ICollectionFixture<PostgresServer>
{
    public const string Name = "PostgreSQL";
}
