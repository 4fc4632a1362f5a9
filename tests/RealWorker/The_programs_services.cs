using System.Reflection;
using FollowUp.Lives;
using FollowUp.RealWorker.Rig;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.DependencyInjection;

namespace FollowUp.RealWorker;

/// <summary>The real Program registers whatever its functions are made of.</summary>
public sealed class The_programs_services
{
    [Fact]
    public async Task make_every_class_of_functions()
    {
        await using RealWorkerUnderTest worker = new(Stories.Return.Begins);
        await worker.Start(TestContext.Current.CancellationToken);
        List<Type> classes =
        [
            .. typeof(FollowUpServices).Assembly.GetTypes()
                .Where(type =>
                type.GetMethods().Any(method => method.GetCustomAttribute<FunctionAttribute>() is not null && !method.IsStatic)),
        ];
        classes.Should().HaveCountGreaterThan(30);

        // As the worker makes one for each call.
        await using AsyncServiceScope scope = worker.Services.CreateAsyncScope();
        foreach (Type owner in classes)
        {
            ActivatorUtilities.CreateInstance(scope.ServiceProvider, owner).Should().NotBeNull();
        }
    }
}
