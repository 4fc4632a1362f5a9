using FollowUp.LocalHost.Hosting;
using FollowUp.LocalHost.Tests.Rig;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Extensions.Abstractions;
using Microsoft.DurableTask;

namespace FollowUp.LocalHost.Tests.Functions;

public sealed class A_function_that_cannot_be_bound
{
    [Theory]
    [InlineData(typeof(NoTrigger), "none of its parameters has a trigger")]
    [InlineData(typeof(TwoTriggers), "more than one trigger")]
    [InlineData(typeof(UnknownTrigger), "knows no trigger QueueTriggerAttribute")]
    [InlineData(typeof(UnknownParameter), "nothing gives parameter 'other'")]
    [InlineData(typeof(NotInRoute), "nothing gives parameter 'id'")]
    [InlineData(typeof(BadRoute), "is not one")]
    [InlineData(typeof(BadRouteParameter), "route parameter 'id' cannot become a")]
    [InlineData(typeof(BadCron), "'every day' is not a cron expression")]
    [InlineData(typeof(MissingSetting), "There is no setting 'Nowhere'")]
    [InlineData(typeof(WrongTimerParameter), "must be a TimerInfo")]
    [InlineData(typeof(WrongContext), "must be a TaskOrchestrationContext")]
    [InlineData(typeof(WrongClient), "must be a DurableTaskClient")]
    [InlineData(typeof(Abstract), "no object of")]
    public void stops_the_start_and_says_which_one_and_why(Type functions, string why)
    {
        Action start = () => TestHost.Build(new HostPlan(), functions);

        start.Should().Throw<FunctionCannotBeBoundException>().Which.Message
            .Should().StartWith("Function 'F' cannot be bound: ").And.Contain(why);
    }

    [Fact]
    public void is_one_of_two_with_one_name()
    {
        Action start = () => TestHost.Build(new HostPlan(), typeof(Twin), typeof(OtherTwin));

        start.Should().Throw<FunctionCannotBeBoundException>()
            .WithMessage("Function 'Twin' cannot be bound: *Twin.Run and *OtherTwin.Run both have this name.");
    }

    public static class NoTrigger
    {
        [Function("F")]
        public static void Run(string text)
        {
        }
    }

    public static class TwoTriggers
    {
        [Function("F")]
        public static void Run([HttpTrigger] HttpRequest request, [TimerTrigger("* * * * *")] TimerInfo timer)
        {
        }
    }

    [AttributeUsage(AttributeTargets.Parameter)]
    public sealed class QueueTriggerAttribute : TriggerBindingAttribute;

    public static class UnknownTrigger
    {
        [Function("F")]
        public static void Run([QueueTrigger] string message)
        {
        }
    }

    public static class UnknownParameter
    {
        [Function("F")]
        public static void Run([ActivityTrigger] string input, Uri other)
        {
        }
    }

    public static class NotInRoute
    {
        [Function("F")]
        public static void Run([HttpTrigger(Route = "items/{item}")] HttpRequest request, string id)
        {
        }
    }

    public static class BadRoute
    {
        [Function("F")]
        public static void Run([HttpTrigger(Route = "items/{id")] HttpRequest request)
        {
        }
    }

    public static class BadRouteParameter
    {
        [Function("F")]
        public static void Run([HttpTrigger(Route = "items/{id}")] HttpRequest request, HttpRequest[] id)
        {
        }
    }

    public static class BadCron
    {
        [Function("F")]
        public static void Run([TimerTrigger("every day")] TimerInfo timer)
        {
        }
    }

    public static class MissingSetting
    {
        [Function("F")]
        public static void Run([TimerTrigger("%Nowhere%")] TimerInfo timer)
        {
        }
    }

    public static class WrongTimerParameter
    {
        [Function("F")]
        public static void Run([TimerTrigger("* * * * *")] string timer)
        {
        }
    }

    public static class WrongContext
    {
        [Function("F")]
        public static void Run([OrchestrationTrigger] string context)
        {
        }
    }

    public static class WrongClient
    {
        [Function("F")]
        public static void Run([HttpTrigger] HttpRequest request, [DurableClient] string client)
        {
        }
    }

    public abstract class Abstract
    {
        [Function("F")]
        public void Run([OrchestrationTrigger] TaskOrchestrationContext context)
        {
        }
    }

    public static class Twin
    {
        [Function("Twin")]
        public static void Run([HttpTrigger] HttpRequest request)
        {
        }
    }

    public static class OtherTwin
    {
        [Function("Twin")]
        public static void Run([HttpTrigger] HttpRequest request)
        {
        }
    }
}
