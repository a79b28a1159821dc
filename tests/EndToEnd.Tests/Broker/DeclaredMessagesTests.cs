using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using MonitoringDemo.Messages.Inference;
using MonitoringDemo.Messages.Retraining;

namespace MonitoringDemo.EndToEnd.Tests.Broker;

public sealed class DeclaredMessagesTests
{
    /// <summary>Made, but never published: who accepts data or has rows erased on the command line is put among what was received, and what every process is known to serve as well.</summary>
    private static readonly (string Service, string Message)[] _kept = [("retraining", nameof(AcceptData)), ("retraining", nameof(RetrainModel)), ("retraining", nameof(ModelLoaded))];

    [Fact]
    public void Each_service_declares_the_messages_that_it_makes()
    {
        var messages = FleetMember.All.SelectMany(member => member.Publishes).Select(type => type.Name).ToHashSet();

        var made = FleetMember.All.SelectMany(member => Made(member).Where(messages.Contains).Select(message => (member.Name, message))).Except(_kept);

        made.Order().ShouldBe(FleetMember.All.SelectMany(member => member.Publishes.Select(type => (member.Name, type.Name))).Order());
    }

    /// <summary>The records of the Messages library whose constructors the service's code calls.</summary>
    private static IEnumerable<string> Made(FleetMember member)
    {
        using var file = new PEReader(File.OpenRead(Processes.Checkout.Program(member.Program)));
        var metadata = file.GetMetadataReader();
        return
        [
            .. from handle in metadata.MemberReferences
               let reference = metadata.GetMemberReference(handle)
               where reference.Parent.Kind == HandleKind.TypeReference && metadata.GetString(reference.Name) == ".ctor"
               let type = metadata.GetTypeReference((TypeReferenceHandle)reference.Parent)
               where metadata.GetString(type.Namespace).StartsWith("MonitoringDemo.Messages.", StringComparison.Ordinal)
               select metadata.GetString(type.Name),
        ];
    }
}
