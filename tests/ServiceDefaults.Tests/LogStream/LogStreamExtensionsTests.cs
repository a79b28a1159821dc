using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Options;
using MonitoringDemo.ServiceDefaults.LogStream;
using MonitoringDemo.ServiceDefaults.Pumping;

namespace MonitoringDemo.ServiceDefaults.Tests.LogStream;

public sealed class LogStreamExtensionsTests
{
    private const string Broker = "amqp://guest:guest@127.0.0.1:1/";

    [Theory]
    [InlineData(LogStreamRole.None, "true", null)]
    [InlineData(LogStreamRole.Writes, null, null)]
    [InlineData(LogStreamRole.Reads, "false", null)]
    [InlineData(LogStreamRole.Writes, "true", typeof(LogForwarder))]
    [InlineData(LogStreamRole.Reads, "true", typeof(LogReplica))]
    public void The_log_travels_only_where_that_is_configured_and_only_for_who_writes_or_reads_it(LogStreamRole role, string? stream, Type? pump)
    {
        var builder = WebApplication.CreateBuilder();
        builder.Configuration["Log:Stream"] = stream;
        builder.Configuration["ConnectionStrings:RabbitMQ"] = Broker;

        builder.AddLogStream(role, "part");

        builder.Services.Where(service => service.ServiceType.IsAssignableTo(typeof(IPump)) && service.ServiceType != typeof(IPump)).Select(service => service.ServiceType)
            .ShouldBe(pump is null ? [] : [pump]);
    }

    [Fact]
    public void Without_a_broker_it_is_refused_at_the_start()
    {
        var builder = WebApplication.CreateBuilder();
        builder.Configuration["Log:Stream"] = "true";

        var refused = Should.Throw<OptionsValidationException>(() => builder.AddLogStream(LogStreamRole.Reads, "part"));

        refused.Message.ShouldContain("set ConnectionStrings:RabbitMQ as well");
    }
}
