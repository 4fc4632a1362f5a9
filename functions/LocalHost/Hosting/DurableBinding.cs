using System.Reflection;
using FollowUp.LocalHost.Engine;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;

namespace FollowUp.LocalHost.Hosting;

/// <summary>Registers orchestrators and activities with the engine.</summary>
internal sealed class DurableBinding(FunctionRegistry functions, DataConverter converter, IServiceProvider services)
{
    private static readonly MethodInfo GetInput = typeof(TaskOrchestrationContext).GetMethod(nameof(TaskOrchestrationContext.GetInput))!;

    public void AddOrchestrator(FunctionMethod method)
    {
        BoundFunction function = new(method, services, parameter => BindOrchestration(parameter, method));
        functions.AddOrchestrator(((OrchestrationTriggerAttribute)method.Trigger).Orchestration ?? method.Name, function.NewRun);
    }

    public void AddActivity(FunctionMethod method)
    {
        BoundFunction function = new(method, services, parameter => BindActivity(parameter, method));
        functions.AddActivity(
            ((ActivityTriggerAttribute)method.Trigger).Activity ?? method.Name, call => function.Run(call, call.Abandoned));
    }

    private Binder BindOrchestration(ParameterInfo parameter, FunctionMethod method)
    {
        if (parameter != method.TriggerParameter)
        {
            MethodInfo read = GetInput.MakeGenericMethod(parameter.ParameterType);
            return invocation => read.Invoke(invocation.Trigger, BindingFlags.DoNotWrapExceptions, null, null, null);
        }

        return parameter.ParameterType == typeof(TaskOrchestrationContext)
            ? invocation => invocation.Trigger
            : throw method.Unbindable($"its trigger parameter '{parameter.Name}' must be a {nameof(TaskOrchestrationContext)}.");
    }

    private Binder? BindActivity(ParameterInfo parameter, FunctionMethod method) => parameter == method.TriggerParameter
        ? invocation => Input((ActivityCall)invocation.Trigger, parameter)
        : null;

    private object? Input(ActivityCall call, ParameterInfo parameter) => converter.Deserialize(call.Input, parameter.ParameterType)
        ?? (parameter.ParameterType.IsValueType ? Activator.CreateInstance(parameter.ParameterType) : null);
}
