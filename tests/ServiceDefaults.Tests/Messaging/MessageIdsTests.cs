using MonitoringDemo.Messages.Retraining;
using MonitoringDemo.ServiceDefaults.Messaging;

namespace MonitoringDemo.ServiceDefaults.Tests.Messaging;

public sealed class MessageIdsTests
{
    [Fact]
    public void The_id_depends_on_sender_type_and_key_alone_and_never_changes()
    {
        var id = MessageIds.For("retraining", typeof(ReleaseChanged), "hits-1");

        id.ShouldBe(Guid.Parse("ac7bc88a-2818-8e4d-80c1-5239f4bcf3dc"));
        MessageIds.For("inference", typeof(ReleaseChanged), "hits-1").ShouldNotBe(id);
        MessageIds.For("retraining", typeof(DecisionMade), "hits-1").ShouldNotBe(id);
        MessageIds.For("retraining", typeof(ReleaseChanged), "hits-2").ShouldNotBe(id);
    }
}
