using System.Collections.Concurrent;
using MassTransit;
using MonitoringDemo.Messages.Inference;
using MonitoringDemo.Messages.Retraining;

namespace MonitoringDemo.Inference.Tests;

/// <summary>The messages of the service, in the order in which they came.</summary>
internal sealed class WhatInferenceSays
{
    private readonly TaskCompletionSource _askedTwice = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public ConcurrentQueue<(Guid Id, ModelLoaded Message)> Loaded { get; } = new();

    public ConcurrentQueue<ModelLoadFailed> Failed { get; } = new();

    public ConcurrentDictionary<Guid, AnnounceRelease> Asked { get; } = new();

    public Task AskedTwice => _askedTwice.Task;

    public void Take(Guid id, AnnounceRelease message)
    {
        Asked[id] = message;
        if (Asked.Count == 2) _askedTwice.TrySetResult();
    }
}

internal sealed class KeepWhatInferenceSays(WhatInferenceSays said) : IConsumer<ModelLoaded>, IConsumer<ModelLoadFailed>, IConsumer<AnnounceRelease>
{
    public Task Consume(ConsumeContext<ModelLoaded> context)
    {
        said.Loaded.Enqueue((context.MessageId!.Value, context.Message));
        return Task.CompletedTask;
    }

    public Task Consume(ConsumeContext<ModelLoadFailed> context)
    {
        said.Failed.Enqueue(context.Message);
        return Task.CompletedTask;
    }

    public Task Consume(ConsumeContext<AnnounceRelease> context)
    {
        said.Take(context.MessageId!.Value, context.Message);
        return Task.CompletedTask;
    }
}
